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

    private String exec(EmbeddedQuestDb store, String sql) throws Exception {
        URI uri = URI.create(store.url() + "/exec?query=" + URLEncoder.encode(sql, StandardCharsets.UTF_8));
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
