package dev.linnet.cli.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.cli.LoopbackPort;
import dev.linnet.cli.RunFolder;
import dev.linnet.testkit.Repository;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real JobManager, started by the image's own script with the image's configuration: what its REST API answers to whom. */
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

            // The job's own main has run.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(body(port, "/jobs/overview", basic))
                            .as(Files.readString(log()))
                            .contains("Linnet"));
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

    /** The image's folder: jars in {@code lib}, configuration in {@code flink}; ports and paths are the test's. */
    private Process start(int port) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            Path jar = Files.isDirectory(path) ? ownJar(path) : path;
            if (jar != null) {
                Files.createSymbolicLink(lib.resolve(lib.toFile().list().length + "-" + jar.getFileName()), jar);
            }
        }
        String config = Files.readString(Repository.file("docker/flink/config.yaml"));
        for (Map.Entry<String, String> place : Map.of(
                        "port: 8081", "port: " + port,
                        "port: 6123", "port: " + LoopbackPort.free(),
                        "port: 9249", "port: " + LoopbackPort.free(),
                        "bind-address: 0.0.0.0", "bind-address: 127.0.0.1",
                        "file:///data/checkpoints",
                                folder.resolve("checkpoints").toUri().toString())
                .entrySet()) {
            assertThat(config).contains(place.getKey());
            config = config.replace(place.getKey(), place.getValue());
        }
        config += "io:\n  tmp:\n    dirs: " + folder + "\n";
        Files.writeString(Files.createDirectories(folder.resolve("flink")).resolve("config.yaml"), config);
        RunFolder run = new RunFolder(folder.resolve("run")).records("posts.jsonl", List.of());
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", Repository.file("docker/linnet/entrypoint.sh").toString(), "jobmanager")
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment()
                .putAll(Map.of(
                        "LINNET_HOME",
                        folder.toString(),
                        "LINNET_CONFIG",
                        run.settings().toString(),
                        "LINNET_FLINK_PASSWORD",
                        PASSWORD,
                        "LINNET_JAVA_OPTS",
                        "-Xmx448m",
                        "PATH",
                        System.getProperty("java.home") + "/bin:" + System.getenv("PATH")));
        return builder.start();
    }

    /** The jar of a module whose classes are on the classpath; null for classes of tests. */
    private static @Nullable Path ownJar(Path classes) throws IOException {
        if (!classes.endsWith("classes")) {
            return null;
        }
        try (Stream<Path> files = Files.list(classes.resolveSibling(""))) {
            return files.filter(file -> file.toString().endsWith("SNAPSHOT.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private String body(int port, String path, String credentials) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", credentials)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
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
