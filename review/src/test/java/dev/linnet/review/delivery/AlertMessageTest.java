package dev.linnet.review.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every text of strangers in every message for chat servers. */
class AlertMessageTest {
    private static final Instant OPENED = Instant.parse("2026-05-02T21:00:00Z");
    private static final String HOSTILE = "*[x](http://evil.example) @channel\n<!here|y> `z";
    private static final String INERT = "∗［x］(http∶//evil[.]example) ＠channel ‹!here｜y› ˋz";

    private final Alert alert = new Alert(
            "emerging:x:1",
            Alert.Kind.EMERGING,
            "info",
            HOSTILE,
            HOSTILE,
            HOSTILE,
            OPENED,
            null,
            12,
            3,
            0.7,
            List.of(1.0, 12.0),
            List.of(
                    new Alert.DrivingPost("x:1", HOSTILE, HOSTILE, "https://social.example/@ana/1"),
                    new Alert.DrivingPost("x:2", "ana", "hm", "https://ok.example@evil.example/<!channel>")),
            List.of(HOSTILE),
            9,
            0.1);

    @Test
    void everyTextOfASlackMessageIsInert() throws Exception {
        JsonNode message = new ObjectMapper().readTree(AlertMessage.slack(alert));

        assertThat(message.path("text").asText())
                .isEqualTo("*" + INERT + "*\n" + INERT + "\n> ＠" + INERT + ": " + INERT + "\n> ＠ana: hm");
        assertThat(message.path("unfurl_links").asBoolean(true)).isFalse();
        assertThat(message.path("unfurl_media").asBoolean(true)).isFalse();
    }

    @Test
    void everyTextOfADigestIsInert() throws Exception {
        QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0), ZoneOffset.UTC);
        JsonNode message = new ObjectMapper().readTree(DigestMessage.slack(List.of(alert), night));

        assertThat(message.path("text").asText()).endsWith("\n• *" + INERT + "* " + INERT);
        assertThat(message.path("unfurl_links").asBoolean(true)).isFalse();
    }

    @Test
    void alertmanagerGetsInertTextsAndNoLinkButThePostsOwn() throws Exception {
        JsonNode sent = new ObjectMapper()
                .readTree(AlertMessage.alertmanager(List.of(alert), OPENED))
                .get(0);

        assertThat(sent.path("labels").path("subject").asText()).isEqualTo(INERT);
        JsonNode annotations = sent.path("annotations");
        assertThat(annotations.path("summary").asText()).isEqualTo(INERT);
        assertThat(annotations.path("description").asText()).isEqualTo(INERT);
        assertThat(annotations.path("words").asText()).isEqualTo(INERT);
        assertThat(annotations.path("posts").asText())
                .isEqualTo("＠" + INERT + ": " + INERT + " https://social.example/@ana/1\n＠ana: hm");
    }

    @Test
    void eventsCarryTheTextsAsTheyAre() throws Exception {
        JsonNode data =
                new ObjectMapper().readTree(AlertMessage.cloudEvent(alert)).path("data");

        assertThat(data.path("title").asText()).isEqualTo(HOSTILE);
        assertThat(data.path("posts").get(0).path("text").asText()).isEqualTo(HOSTILE);
    }
}
