package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.sinks.points.Answer.Kind;
import dev.linnet.testkit.FreePort;
import io.questdb.ServerMain;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestDbStoreITCase {
    private static final int PORT = FreePort.find();
    private static @Nullable ServerMain server;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = ServerMain.create(
                folder.toString(),
                Map.of(
                        "QDB_HTTP_BIND_TO", "127.0.0.1:" + PORT,
                        "QDB_HTTP_MIN_ENABLED", "false",
                        "QDB_PG_ENABLED", "false",
                        "QDB_LINE_TCP_ENABLED", "false",
                        "QDB_TELEMETRY_ENABLED", "false"));
        server.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void pointsReplaceThemselvesAndADeletedOneIsBlank() {
        try (PointStore store = store()) {
            assertThat(store.prepare()).isEqualTo(Answer.OK);
            assertThat(store.prepare()).isEqualTo(Answer.OK);
            List<PointEntry> points = IntStream.range(0, 100)
                    .mapToObj(i -> Points.entry(post("kestrel", i)))
                    .toList();
            assertThat(store.write(points)).isEqualTo(Answer.OK);
            assertThat(store.write(points)).isEqualTo(Answer.OK);
            store.write(List.of(Points.entry(post("heron", 7))));
            assertThat(store.delete(
                            List.of(PointEntry.delete("post", post("x", 7).time()))))
                    .isEqualTo(Answer.OK);
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(number("SELECT count() FROM post WHERE relevance IS NULL"))
                        .isEqualTo(2));
        assertThat(number("SELECT count() FROM post")).isEqualTo(101);
        assertThat(number("SELECT count() FROM post WHERE post_id IS NULL")).isEqualTo(2);
        assertThat(number("SELECT count(distinct timestamp::long) FROM post")).isEqualTo(100);
        assertThat(exec("SELECT text FROM post WHERE reach = 5")
                        .path("dataset")
                        .path(0)
                        .path(0)
                        .asText())
                .isEqualTo("say \"hi\", \\ ü\nnext");
    }

    @Test
    void aBadLineIsToldApart() {
        try (PointStore store = store()) {
            assertThat(store.prepare()).isEqualTo(Answer.OK);
            Answer answer = store.write(List.of(
                    PointEntry.write("weight", 1, "weight,kind=k,name=n mean=1.5 1"),
                    PointEntry.write("weight", 2, "weight,kind=k,name=n mean=\"x\" 2")));
            assertThat(answer.kind()).isEqualTo(Kind.BAD_LINES);
            assertThat(RejectedPoint.reason(answer.text())).isEqualTo("type-conflict");
        }
    }

    private static Point post(String keyword, int i) {
        return new Point(
                "post",
                Map.of(
                        "keyword",
                        keyword,
                        "platform",
                        "bluesky",
                        "lang",
                        "en",
                        "sentiment",
                        "neutral",
                        "trusted",
                        "false"),
                Map.of("relevance", 0.5, "sentiment_score", 0.1),
                Map.of("reach", (long) i),
                Map.of("author", "someone", "post_id", "bluesky:" + i, "text", "say \"hi\", \\ ü\nnext"),
                Map.of("volatile", false),
                Points.START + i,
                false);
    }

    private long number(String sql) {
        return exec(sql).path("dataset").path(0).path(0).asLong(-1);
    }

    private JsonNode exec(String sql) {
        URI uri = URI.create(
                "http://127.0.0.1:" + PORT + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        try {
            return new ObjectMapper()
                    .readTree(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PointStore store() {
        return PointStore.of(
                PointSettings.questDb("http://127.0.0.1:" + PORT),
                new HttpSettings(Duration.ofSeconds(2), Duration.ofSeconds(10), true));
    }
}
