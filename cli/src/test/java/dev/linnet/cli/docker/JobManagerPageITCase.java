package dev.linnet.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.cli.LoopbackPort;
import dev.linnet.testkit.Repository;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JobManager, a process of its own with the image's configuration: what its REST API answers to whom. */
class JobManagerPageITCase {
    private static final String PASSWORD = "seven grey herons";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void nothingIsSubmittedReadOrStoppedWithoutThePassword() throws Exception {
        int port = LoopbackPort.free();
        Process jobManager = start(port);
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !jobManager.isAlive() || status(port, "GET", "/overview", "") > 0);
            assertThat(jobManager.isAlive()).as(Files.readString(log())).isTrue();
            String basic = "Basic "
                    + Base64.getEncoder().encodeToString(("linnet:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

            assertThat(status(port, "GET", "/overview", "")).isEqualTo(401);
            assertThat(status(port, "GET", "/overview", basic)).isEqualTo(200);
            for (String path : List.of("/jobs", "/jars/upload", "/jars/x/run", "/jobs/1/savepoints", "/jobs/1/stop")) {
                assertThat(status(port, "POST", path, "")).as(path).isEqualTo(401);
                assertThat(status(port, "POST", path, basic)).as(path).isEqualTo(403);
            }
            assertThat(status(port, "DELETE", "/cluster", "")).isEqualTo(401);
            assertThat(status(port, "DELETE", "/cluster", basic)).isEqualTo(403);
            assertThat(status(port, "GET", "/overview", basic, "Origin", "https://evil.example"))
                    .isEqualTo(403);
            assertThat(status(port, "POST", "/jobs", "Bearer " + PASSWORD, "Origin", "https://evil.example"))
                    .isEqualTo(403);

            // A program of the operator's may change things, here even end the cluster.
            assertThat(status(port, "DELETE", "/cluster", "Bearer " + PASSWORD)).isEqualTo(200);
            assertThat(Files.readString(log())).doesNotContain(PASSWORD);
        } finally {
            jobManager.destroyForcibly().waitFor();
        }
    }

    private Process start(int port) throws IOException {
        Files.copy(Repository.file("docker/flink/config.yaml"), folder.resolve("config.yaml"));
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(
                List.of("-Xmx448m", "-Dlinnet.library.level=INFO", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "--configDir",
                folder.toString()));
        for (String setting : List.of(
                "jobmanager.rpc.address=127.0.0.1",
                "jobmanager.rpc.port=" + LoopbackPort.free(),
                "jobmanager.bind-host=127.0.0.1",
                "rest.bind-address=127.0.0.1",
                "rest.port=" + port,
                "io.tmp.dirs=" + folder,
                "execution.checkpointing.dir=" + folder.toUri(),
                "metrics.reporter.prom.port=" + LoopbackPort.free())) {
            command.addAll(List.of("-D", setting));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().put("FLINK_CONF_DIR", folder.toString());
        builder.environment().put("LINNET_FLINK_PASSWORD", PASSWORD);
        return builder.start();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private int status(int port, String method, String path, String credentials, String... header) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("POST") ? "{}" : ""));
        if (!credentials.isEmpty()) {
            request.header("Authorization", credentials);
        }
        if (header.length > 0) {
            request.header(header[0], header[1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
