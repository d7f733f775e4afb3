package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every socket that {@code demo}, {@code run} and {@code console} open, at the start and after a minute, and what those sockets
 * answer to the page of another site. The expected lists are those of docs/security.md.
 */
class OpenSocketsITCase {
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final Pattern CONSOLE = Pattern.compile("the console is at http://127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern STORE =
            Pattern.compile("the time series are at http://127\\.0\\.0\\.1:(\\d+) \\(user linnet, password (\\S+)\\)");
    private static final Pattern FLINK = Pattern.compile(
            "Flink's page is at http://127\\.0\\.0\\.1:(\\d+) \\(read-only; user linnet, password (\\S+)\\)");

    /** What a page of another site can make a browser send, and what a name that resolves to loopback sends (DNS rebinding). */
    private static final List<String> FOREIGN = List.of(
            "Host: rebound.example:%d",
            "Host: 127.0.0.1.nip.example:%d",
            "Host: 127.0.0.1:%d\r\nOrigin: https://evil.example",
            "Host: 127.0.0.1:%d\r\nOrigin: null",
            "Host: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1:1",
            "Host: 127.0.0.1:%d\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image",
            "Host: localhost:%d\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script",
            "Host: 127.0.0.1:%d\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe");

    private static final List<String> REQUESTS = List.of(
            "GET /",
            "GET /healthz",
            "GET /live",
            "GET /api/queue",
            "GET /login",
            "POST /login",
            "POST /approve",
            "GET /exec?query=drop%20table%20post",
            "GET /exp?query=select%201",
            "GET /ping",
            "GET /settings",
            "GET /warnings",
            "GET /index.html",
            "POST /write",
            "POST /imp?name=x",
            "GET /overview",
            "GET /jars",
            "POST /jars/upload",
            "POST /jars/x.jar/run",
            "GET /jobs",
            "POST /jobs",
            "GET /jobs/00000000000000000000000000000000/yarn-cancel",
            "PATCH /jobs/00000000000000000000000000000000",
            "POST /jobs/00000000000000000000000000000000/savepoints",
            "DELETE /cluster",
            "OPTIONS /jobs");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void onlyDocumentedSocketsAreOpenAndEachRefusesOtherSites() throws Exception {
        RunFolder run = new RunFolder(folder.resolve("run"))
                .set("console", "{port: 0}")
                .set("sources", "[{files: [stream], speed: 1}]")
                .records("posts.jsonl", InventedPosts.lines(600));
        Path alone = TestConfig.write(
                Files.createDirectories(folder.resolve("console")), "queue:\n  url: queue.db\nconsole:\n  port: 0\n");
        try (LinnetProcess demo = LinnetProcess.start(
                        folder.resolve("demo.log"),
                        "demo",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("demo").toString());
                LinnetProcess job = LinnetProcess.run(run.settings());
                LinnetProcess console =
                        LinnetProcess.start(folder.resolve("console.log"), "console", "--config", alone.toString())) {
            int demoConsole = port(demo, CONSOLE);
            int store = port(demo, STORE);
            int jobConsole = port(job, CONSOLE);
            int consoleAlone = port(console, CONSOLE);
            awaitReading(demo);
            awaitReading(job);
            Instant start = Instant.now();

            assertOnlyOpen(demo, demoConsole, store);
            assertOnlyOpen(job, jobConsole);
            assertOnlyOpen(console, consoleAlone);
            for (int port : List.of(demoConsole, store, jobConsole, consoleAlone)) {
                assertRefusesOtherSites(port, "");
                assertTakesNoBlob(port);
            }
            // A browser that knows the password must not be usable by another site either.
            String password = text(demo, STORE, 2);
            assertRefusesOtherSites(store, basic(password));
            assertThat(status(store, "GET /exec?query=select%201", "Host: 127.0.0.1:" + store))
                    .isEqualTo(401);
            assertThat(status(store, "GET /exec?query=select%201", "Host: 127.0.0.1:" + store + basic(password)))
                    .isEqualTo(200);
            assertThat(status(jobConsole, "GET /", "Host: 127.0.0.1:" + jobConsole))
                    .isEqualTo(200);

            Awaitility.await()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(LATER.plusSeconds(30))
                    .until(() -> Instant.now().isAfter(start.plus(LATER)));
            assertOnlyOpen(demo, demoConsole, store);
            assertOnlyOpen(job, jobConsole);
            assertOnlyOpen(console, consoleAlone);
        }
    }

    @Test
    void flinksPageShowsTheJobAndCanOnlyBeRead() throws Exception {
        try (LinnetProcess demo = LinnetProcess.start(
                folder.resolve("demo.log"),
                "demo",
                "--port",
                "0",
                "--flink-page=" + LoopbackPort.free(),
                "--data",
                folder.resolve("demo").toString())) {
            int console = port(demo, CONSOLE);
            int store = port(demo, STORE);
            int page = port(demo, FLINK);
            String password = text(demo, FLINK, 2);
            awaitReading(demo);
            assertOnlyOpen(demo, console, store, page);
            assertRefusesOtherSites(page, "");
            assertRefusesOtherSites(page, basic(password));

            String host = "Host: 127.0.0.1:" + page;
            assertThat(status(page, "GET /jobs/overview", host)).isEqualTo(401);
            assertThat(status(page, "GET /jobs/overview", host + basic("wrong" + password)))
                    .isEqualTo(401);
            String jobs = answer(page, "GET /jobs/overview", host + basic(password));
            assertThat(jobs).startsWith("HTTP/1.1 200").contains("\"state\":\"RUNNING\"");
            String config = answer(page, "GET /jobmanager/config", host + basic(password));
            assertThat(config).contains("linnet.flink-page.password").doesNotContain(password);

            Matcher id = Pattern.compile("\"jid\":\"([0-9a-f]{32})\"").matcher(jobs);
            assertThat(id.find()).isTrue();
            String job = "/jobs/" + id.group(1);
            for (String credentials : List.of(basic(password), "\r\nAuthorization: Bearer " + password)) {
                for (String change : List.of(
                        "POST /jars/upload",
                        "POST /jobs",
                        "PATCH " + job,
                        "GET " + job + "/yarn-cancel",
                        "GET " + job + "/yarn%2Dcancel",
                        "GET " + job + "/yarn-stop",
                        "POST " + job + "/savepoints",
                        "POST " + job + "/stop",
                        "POST " + job + "/checkpoints",
                        "DELETE /cluster")) {
                    assertThat(status(page, change, host + credentials))
                            .as(change + credentials)
                            .isBetween(400, 405);
                }
            }
            assertThat(answer(page, "GET /jobs/overview", host + basic(password)))
                    .contains("\"state\":\"RUNNING\"");
        }
    }

    private static void assertOnlyOpen(LinnetProcess process, int... ports) throws IOException {
        List<InetSocketAddress> sockets = ListeningSockets.of(process.pid());
        assertThat(sockets)
                .as(process.said())
                .allMatch(socket -> socket.getAddress().isLoopbackAddress());
        assertThat(sockets.stream().map(InetSocketAddress::getPort))
                .as(process.said())
                .containsExactlyInAnyOrder(Arrays.stream(ports).boxed().toArray(Integer[]::new));
    }

    private static void assertRefusesOtherSites(int port, String credentials) throws IOException {
        Map<String, String> answered = new TreeMap<>();
        for (String foreign : FOREIGN) {
            for (String request : REQUESTS) {
                String answer = answer(port, request, foreign.formatted(port) + credentials);
                int status = status(answer);
                if (status < 400
                        || status >= 500
                        || answer.toLowerCase(Locale.ROOT).contains("access-control-allow-origin: *")) {
                    answered.put(
                            request + " " + foreign.replace("\r\n", " "),
                            answer.lines().findFirst().orElse("no answer"));
                }
            }
        }
        assertThat(answered).isEmpty();
    }

    /** Flink's blob protocol: opcode 0 puts, a flag, a job's id, a length, bytes. The answer 0 means taken. */
    private static void assertTakesNoBlob(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            byte[] put = new byte[64];
            put[1] = 1;
            socket.getOutputStream().write(put);
            socket.shutdownOutput();
            byte[] answer = socket.getInputStream().readNBytes(4);
            assertThat(answer)
                    .satisfiesAnyOf(
                            nothing -> assertThat(nothing).isEmpty(),
                            http -> assertThat(new String(http, StandardCharsets.US_ASCII))
                                    .isEqualTo("HTTP"));
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    private static int status(int port, String request, String headers) throws IOException {
        return status(answer(port, request, headers));
    }

    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String answer(int port, String request, String headers) throws IOException {
        String body = request.startsWith("POST") ? "id=x%3A1&password=x" : "";
        String type = body.isEmpty() ? "" : "Content-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            String whole = request + " HTTP/1.1\r\n" + headers + "\r\n" + type + "Connection: close\r\n\r\n" + body;
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8_192];
            // Until the end, or until the body that the head promised is there: some servers keep the connection.
            for (int n; !isWhole(answer) && (n = socket.getInputStream().read(buffer)) > 0; ) {
                answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(CharSequence answer) {
        int end = answer.toString().indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)")
                .matcher(answer.toString().substring(0, end));
        return length.find() && answer.length() - end - 4 >= Integer.parseInt(length.group(1))
                || answer.toString().endsWith("0\r\n\r\n");
    }

    private static String basic(String password) {
        return "\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(("linnet:" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static int port(LinnetProcess process, Pattern line) throws IOException {
        return URI.create("http://x:" + text(process, line, 1)).getPort();
    }

    private static String text(LinnetProcess process, Pattern line, int group) throws IOException {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || line.matcher(process.said()).find());
        Matcher matcher = line.matcher(process.said());
        assertThat(matcher.find()).as(process.said()).isTrue();
        return matcher.group(group);
    }

    /** Until the job reads: everything that it opens is open then. */
    private static void awaitReading(LinnetProcess process) {
        Pattern progress = Pattern.compile("read [1-9]");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        !process.isAlive() || progress.matcher(process.said()).find());
    }
}
