package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleCommandITCase {
    private static final Pattern URL = Pattern.compile("the console is at (http://\\S+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void consoleIsServedUntilTheCommandEnds() throws Exception {
        Path config = TestConfig.write(folder, "queue:\n  url: queue.db\nconsole:\n  port: 0\n");
        StringWriter err = new StringWriter();
        Thread command = new Thread(() -> Linnet.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute("console", "--config", config.toString()));
        command.start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> url(err) != null || !command.isAlive());
            String url = String.valueOf(url(err));

            assertThat(url).as(err.toString()).startsWith("http://127.0.0.1:");
            assertThat(get(url + "/keywords")).contains("fern wall");
        } finally {
            command.interrupt();
            command.join(20_000);
        }
        assertThat(command.isAlive()).isFalse();
    }

    @Test
    void takenPortExitsWithOneAndNamesTheMend() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Path config = TestConfig.write(
                    folder, "queue:\n  url: queue.db\nconsole:\n  port: " + taken.getLocalPort() + "\n");

            CliRun run = CliRun.of("console", "--config", config.toString());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("port " + taken.getLocalPort()).contains("it is in use");
        }
    }

    @Test
    void foreignHostWithoutPasswordExitsWithTwo() throws Exception {
        Path config = TestConfig.write(folder, "console:\n  host: 0.0.0.0\n");

        CliRun run = CliRun.of("console", "--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("password").contains("0.0.0.0");
    }

    @Test
    void databaseThatIsAwayExitsWithOneAndIsNamed() throws Exception {
        Path config = TestConfig.write(
                folder, "queue:\n  url: jdbc:postgresql://127.0.0.1:1/linnet\n  user: linnet\nconsole:\n  port: 0\n");

        CliRun run = CliRun.of("console", "--config", config.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("127.0.0.1:1/linnet").doesNotContain("\tat ");
    }

    private static @org.jspecify.annotations.Nullable String url(StringWriter err) {
        Matcher matcher = URL.matcher(err.toString());
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
