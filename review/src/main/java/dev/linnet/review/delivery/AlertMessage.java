package dev.linnet.review.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts alerts into the JSON that receivers take. */
final class AlertMessage {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SOURCE = "linnet";

    private AlertMessage() {}

    /** An event of CloudEvents 1.0; its id differs between opening and end, {@code dedup_key} does not. */
    static String cloudEvent(Alert alert) {
        String state = state(alert);
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0")
                .put("id", alert.id() + ":" + state)
                .put("source", SOURCE)
                .put("type", "dev.linnet.alert." + state)
                .put("subject", alert.subject())
                .put("time", (alert.closed() == null ? alert.opened() : alert.closed()).toString())
                .put("datacontenttype", "application/json");
        describe(alert, event.putObject("data"));
        return event.toString();
    }

    /** All that is known of an alert. */
    static void describe(Alert alert, ObjectNode data) {
        data.put("dedup_key", alert.id())
                .put("state", state(alert))
                .put("kind", kind(alert))
                .put("severity", alert.severity())
                .put("subject", alert.subject())
                .put("title", alert.title())
                .put("text", alert.text())
                .put("opened", alert.opened().toString())
                .put("closed", alert.closed() == null ? null : alert.closed().toString())
                .put("value", alert.value())
                .put("expected", alert.expected())
                .put("score", alert.score())
                .put("authors", alert.authors())
                .put("sentiment", alert.sentiment());
        alert.series().forEach(data.putArray("series")::add);
        alert.words().forEach(data.putArray("words")::add);
        sources(alert).forEach(data.putArray("sources")::add);
        ArrayNode posts = data.putArray("posts");
        alert.posts()
                .forEach(post -> posts.addObject()
                        .put("id", post.id())
                        .put("author", post.author())
                        .put("text", post.text())
                        .put("url", post.url()));
    }

    /** A message for Slack; what people wrote cannot mention or link anything. */
    static String slack(Alert alert) {
        StringBuilder text = new StringBuilder(alert.closed() == null ? "" : "Over: ");
        text.append('*').append(escaped(alert.title())).append("*\n");
        text.append(escaped(alert.text()));
        for (Alert.DrivingPost post : alert.closed() == null ? alert.posts() : List.<Alert.DrivingPost>of()) {
            text.append("\n> @").append(escaped(post.author())).append(": ");
            text.append(escaped(post.text().replaceAll("\\s+", " ")));
        }
        return JSON.createObjectNode().put("text", text.toString()).toString();
    }

    /** As Slack asks for: these three characters, and no others. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * Alerts for Alertmanager. Their labels say which alert it is, and stay the same from opening to end.
     *
     * @param until when an alert that lasts counts as over if it is not told again
     */
    static String alertmanager(List<Alert> alerts, Instant until) {
        ArrayNode array = JSON.createArrayNode();
        for (Alert alert : alerts) {
            ObjectNode node = array.addObject();
            node.putObject("labels")
                    .put("alertname", "Linnet" + kind(alert))
                    .put("kind", kind(alert))
                    .put("severity", alert.severity())
                    .put("subject", alert.subject())
                    .put("dedup_key", alert.id());
            annotate(alert, node.putObject("annotations"));
            node.put("startsAt", alert.opened().toString());
            node.put("endsAt", (alert.closed() == null ? until : alert.closed()).toString());
        }
        return array.toString();
    }

    /** What its receivers show; all of it text. */
    private static void annotate(Alert alert, ObjectNode node) {
        node.put("summary", alert.title())
                .put("description", alert.text())
                .put("value", String.valueOf(alert.value()))
                .put("expected", String.valueOf(alert.expected()))
                .put("series", join(", ", alert.series().stream().map(String::valueOf)))
                .put("authors", String.valueOf(alert.authors()))
                .put("sentiment", String.valueOf(alert.sentiment()))
                .put("words", join(", ", alert.words().stream()))
                .put("sources", join(", ", sources(alert)))
                .put(
                        "posts",
                        join(
                                "\n",
                                alert.posts().stream()
                                        .map(post -> "@" + post.author() + ": " + post.text() + " " + post.url())));
    }

    /** The platforms of its posts, by the beginning of their ids. */
    private static Stream<String> sources(Alert alert) {
        return alert.posts().stream()
                .map(post -> post.id().replaceFirst(":.*", ""))
                .distinct()
                .sorted();
    }

    private static String join(String between, Stream<String> parts) {
        return parts.collect(Collectors.joining(between));
    }

    static String state(Alert alert) {
        return alert.closed() == null ? "opened" : "closed";
    }

    private static String kind(Alert alert) {
        return alert.kind().name().toLowerCase(Locale.ROOT);
    }
}
