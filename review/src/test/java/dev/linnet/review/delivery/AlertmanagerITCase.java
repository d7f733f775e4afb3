package dev.linnet.review.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.testkit.DebianPackages;
import dev.linnet.testkit.FreePort;
import dev.linnet.testkit.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's Alertmanager. */
class AlertmanagerITCase {
    private static final Instant OPENED = Instant.now().minusSeconds(600);

    private static final Path TEMPLATE = Path.of("/usr/share/prometheus/alertmanager/default.tmpl");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url = "http://127.0.0.1:" + FreePort.find();
    private Process process;
    private QueueDatabase database;

    @BeforeEach
    void start() throws Exception {
        Path config = Files.writeString(
                folder.resolve("alertmanager.yml"),
                "route: {receiver: nobody, group_by: [kind], group_wait: 0s}\nreceivers: [{name: nobody}]\n");
        Program program = DebianPackages.program("prometheus-alertmanager", "prometheus-alertmanager");
        ProcessBuilder command = program.command(
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=" + url.substring("http://".length()),
                "--cluster.listen-address=");
        if (!Files.exists(TEMPLATE)) {
            // Debian's reads its template from one place only: where it isn't installed, it sees the unpacked one
            // there.
            Path share = program.path().resolve("../../share").normalize();
            command.command()
                    .addAll(
                            0,
                            List.of(
                                    "unshare",
                                    "-rm",
                                    "sh",
                                    "-c",
                                    "mount --bind '" + share + "' /usr/share && exec \"$@\"",
                                    "sh"));
        }
        process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(get("/api/v2/alerts")).isEmpty());
        database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")));
    }

    @AfterEach
    void stop() throws Exception {
        database.close();
        process.destroyForcibly().waitFor();
    }

    @Test
    void alertsAreGroupedSilencedAndResolved() throws Exception {
        database.alerts()
                .put(List.of(Alerts.alert("swifts", OPENED, null), Alerts.alert("larks", OPENED.plusSeconds(1), null)));
        Receiver receiver = new Receiver("am", Receiver.Kind.ALERTMANAGER, URI.create(url + "/"), null);
        try (Delivery delivery =
                Delivery.start(List.of(receiver), database.alerts(), null, Clock.systemUTC(), Duration.ofMillis(50))) {
            await().untilAsserted(() -> assertThat(get("/api/v2/alerts")).hasSize(2));
            await().untilAsserted(() -> {
                JsonNode groups = get("/api/v2/alerts/groups");
                assertThat(groups).hasSize(1);
                assertThat(groups.get(0).path("alerts")).hasSize(2);
            });

            silence("swifts");
            await().untilAsserted(() -> assertThat(get("/api/v2/alerts?silenced=false&filter=subject%3D%22swifts%22"))
                    .isEmpty());

            database.alerts().put(List.of(Alerts.alert("larks", OPENED.plusSeconds(1), Instant.now())));
            await().untilAsserted(() -> assertThat(get("/api/v2/alerts"))
                    .singleElement()
                    .satisfies(left -> assertThat(
                                    left.path("labels").path("subject").asText())
                            .isEqualTo("swifts")));
        }
    }

    private void silence(String subject) throws Exception {
        String body = """
                {"matchers":[{"name":"subject","value":"%s","isRegex":false,"isEqual":true}],
                 "startsAt":"%s","endsAt":"%s","createdBy":"ana","comment":"enough"}
                """.formatted(subject, Instant.now(), Instant.now().plusSeconds(600));
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v2/silences"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(response.body());
    }
}
