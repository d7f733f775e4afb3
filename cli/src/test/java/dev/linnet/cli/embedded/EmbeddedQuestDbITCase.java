package dev.linnet.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedQuestDbITCase {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void dataOutlivesARestart(@TempDir Path folder) throws Exception {
        int port = FreePort.find();
        try (EmbeddedQuestDb store = EmbeddedQuestDb.start(folder, port)) {
            assertThat(exec(store, "CREATE TABLE t (i INT)")).contains("OK");
            exec(store, "INSERT INTO t VALUES (42)");
        }
        try (EmbeddedQuestDb store = EmbeddedQuestDb.start(folder, port)) {
            assertThat(exec(store, "SELECT i FROM t")).contains("42");
            assertThatThrownBy(() -> EmbeddedQuestDb.start(folder.resolveSibling("other"), port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("another port");
        }
    }

    @Test
    void anUnwritableFolderIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedQuestDb.start(file, FreePort.find()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose another folder");
    }

    @Test
    void everyStartHasAPasswordOfItsOwnAndAsksForIt(@TempDir Path folder) throws Exception {
        String earlier;
        try (EmbeddedQuestDb store = EmbeddedQuestDb.start(folder, FreePort.find())) {
            earlier = store.password();
        }
        try (EmbeddedQuestDb store = EmbeddedQuestDb.start(folder, FreePort.find())) {
            assertThat(store.password()).hasSizeGreaterThan(20).isNotEqualTo(earlier);
            for (String path : List.of(
                    "/exec?query=select%201", "/exp?query=select%201", "/imp", "/chk?j=t", "/api/v1/sql/validate")) {
                URI uri = URI.create(store.url() + path);
                assertThat(status(HttpRequest.newBuilder(uri))).as(path).isEqualTo(401);
                assertThat(status(HttpRequest.newBuilder(uri).header("Authorization", basic("linnet", earlier))))
                        .as(path)
                        .isEqualTo(401);
            }
            HttpRequest.Builder write = HttpRequest.newBuilder(URI.create(store.url() + "/write"))
                    .POST(HttpRequest.BodyPublishers.ofString("t,a=b c=1\n"));
            assertThat(status(write)).isEqualTo(401);
            assertThat(status(write.header("Authorization", basic(store.user(), store.password()))))
                    .isEqualTo(204);
        }
    }

    @Test
    void anotherSiteIsRefusedEvenWithThePassword(@TempDir Path folder) throws Exception {
        try (EmbeddedQuestDb store = EmbeddedQuestDb.start(folder, FreePort.find())) {
            exec(store, "CREATE TABLE t (i INT)");
            for (String[] header : new String[][] {
                {"Origin", "https://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
            }) {
                for (String path : List.of("/exec?query=DROP%20TABLE%20t", "/ping", "/settings", "/index.html")) {
                    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(store.url() + path))
                            .header("Authorization", basic(store.user(), store.password()))
                            .header(header[0], header[1]);
                    assertThat(status(request)).as(path + " " + header[1]).isEqualTo(403);
                }
            }
            assertThat(exec(store, "SELECT count() FROM t")).contains("[[0]]");
        }
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private String exec(EmbeddedQuestDb store, String sql) throws Exception {
        URI uri = URI.create(store.url() + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", basic(store.user(), store.password()))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private static String basic(String user, String password) {
        String credentials = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
