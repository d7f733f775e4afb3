package dev.linnet.review.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.queue.Alert;
import java.util.List;

/** Puts the alerts of quiet hours into one message. */
final class DigestMessage {
    private DigestMessage() {}

    /** An event of CloudEvents 1.0 whose {@code data.alerts} are what the events of single alerts have as {@code data}. */
    static String cloudEvent(List<Alert> alerts, QuietHours.Span span) {
        ObjectNode event = AlertMessage.JSON.createObjectNode();
        event.put("specversion", "1.0")
                .put(
                        "id",
                        "digest:" + span.start().getEpochSecond() + ":"
                                + alerts.get(0).id())
                .put("source", AlertMessage.SOURCE)
                .put("type", "dev.linnet.alert.digest")
                .put("time", span.end().toString())
                .put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data");
        data.put("from", span.start().toString()).put("to", span.end().toString());
        ArrayNode list = data.putArray("alerts");
        alerts.forEach(alert -> AlertMessage.describe(alert, list.addObject()));
        return event.toString();
    }

    /** A message for Slack: a line of heading, and one of each alert. */
    static String slack(List<Alert> alerts, QuietHours quiet) {
        StringBuilder text =
                new StringBuilder("*In the quiet hours from " + quiet + " there were " + alerts.size() + " alerts*");
        for (Alert alert : alerts) {
            text.append("\n• ").append(alert.closed() == null ? "" : "Over: ");
            text.append('*').append(ChatText.plain(alert.title())).append("* ");
            text.append(ChatText.plain(alert.text()));
        }
        return AlertMessage.slackMessage(text);
    }
}
