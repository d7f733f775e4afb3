package dev.linnet.review.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts alerts into the JSON that receivers take. */
final class AlertMessage {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SOURCE = "linnet";

    /** Without a user's name before the host, and without characters that are formatting somewhere. */
    private static final Pattern POST_ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.-]+(?::\\d+)?(?:/[A-Za-z0-9._~:@/?&=%+-]*)?");

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

    /** A message for Slack, Mattermost and Rocket.Chat; text from strangers is inert in it. */
    static String slack(Alert alert) {
        StringBuilder text = new StringBuilder(alert.closed() == null ? "" : "Over: ");
        text.append('*').append(ChatText.plain(alert.title())).append("*\n");
        text.append(ChatText.plain(alert.text()));
        for (Alert.DrivingPost post : alert.closed() == null ? alert.posts() : List.<Alert.DrivingPost>of()) {
            text.append("\n> ").append(authorAndText(post));
        }
        return slackMessage(text);
    }

    /** Slack fetches no page for a preview, even if it finds a link. */
    static String slackMessage(CharSequence text) {
        return JSON.createObjectNode()
                .put("text", text.toString())
                .put("unfurl_links", false)
                .put("unfurl_media", false)
                .toString();
    }

    private static String authorAndText(Alert.DrivingPost post) {
        return ChatText.plain("@" + post.author()) + ": " + ChatText.plain(post.text());
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
                    .put("subject", subjectLabel(alert))
                    .put("dedup_key", alert.id());
            annotate(alert, node.putObject("annotations"));
            node.put("startsAt", alert.opened().toString());
            node.put("endsAt", (alert.closed() == null ? until : alert.closed()).toString());
        }
        return array.toString();
    }

    /** An emerging phrase was written by strangers; a keyword is the author's own, and silences match it as it is. */
    private static String subjectLabel(Alert alert) {
        return alert.kind() == Alert.Kind.EMERGING ? ChatText.plain(alert.subject()) : alert.subject();
    }

    /**
     * What its receivers show; all of it text. Alertmanager's templates escape HTML in e-mail, but nothing for chat servers, and
     * its own page makes a link of an annotation that begins with an address.
     */
    private static void annotate(Alert alert, ObjectNode node) {
        node.put("summary", ChatText.plain(alert.title()))
                .put("description", ChatText.plain(alert.text()))
                .put("value", String.valueOf(alert.value()))
                .put("expected", String.valueOf(alert.expected()))
                .put("series", join(", ", alert.series().stream().map(String::valueOf)))
                .put("authors", String.valueOf(alert.authors()))
                .put("sentiment", String.valueOf(alert.sentiment()))
                .put("words", join(", ", alert.words().stream().map(ChatText::plain)))
                .put("sources", join(", ", sources(alert).map(ChatText::plain)))
                .put("posts", join("\n", alert.posts().stream().map(AlertMessage::withLink)));
    }

    /** The only link is the post's own address. */
    private static String withLink(Alert.DrivingPost post) {
        String address = post.url();
        boolean isLink = address != null && POST_ADDRESS.matcher(address).matches();
        return authorAndText(post) + (isLink ? " " + address : "");
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
