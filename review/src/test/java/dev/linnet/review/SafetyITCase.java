package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console refuses. */
class SafetyITCase {
    private static final Map<String, String> DECISION = Map.of("id", "x:1001");
    private static final UnaryOperator<ConsoleSettings> WITH_PASSWORD =
            settings -> settings.withPassword("correct horse");

    @TempDir
    Path folder;

    @Test
    void postFromAnotherSiteIsForbidden() {
        try (RunningConsole console = RunningConsole.filled(folder)) {
            assertThat(console.post("/approve", DECISION, "Sec-Fetch-Site", "cross-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(console.post("/approve", DECISION, "Sec-Fetch-Site", "same-site")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(console.post("/approve", DECISION, "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(console.post("/approve", DECISION, "Origin", "null").statusCode())
                    .isEqualTo(403);
            assertThat(console.database.journal().last()).isZero();

            assertThat(console.post("/approve", DECISION, "Origin", console.url())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(console.database.journal().last()).isEqualTo(1);
        }
    }

    @Test
    void foreignHostNameOnLoopbackIsForbidden() throws Exception {
        try (RunningConsole console = RunningConsole.filled(folder)) {
            assertThat(statusLine(console.port(), "rebound.example")).contains(" 403 ");
            assertThat(statusLine(console.port(), "127.0.0.1.rebound.example")).contains(" 403 ");
            assertThat(statusLine(console.port(), "localhost:" + console.port()))
                    .contains(" 200 ");
            assertThat(statusLine(console.port(), "[::1]:" + console.port())).contains(" 200 ");
        }
    }

    @Test
    void everyPageForbidsForeignAndInlineScripts() {
        try (RunningConsole console = RunningConsole.filled(folder)) {
            for (String path : new String[] {"/", "/alerts", "/keywords", "/weights", "/journal", "/status", "/none"}) {
                HttpResponse<String> response = console.get(path);
                assertThat(response.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(response.headers().firstValue("X-Content-Type-Options"))
                        .contains("nosniff");
                assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
                assertThat(response.body()).doesNotContain(" style=", " onclick=", "https://unpkg", "https://cdn");
            }
        }
    }

    @Test
    void nothingButLoginIsOpenWithoutSession() {
        try (RunningConsole console = new RunningConsole(folder, WITH_PASSWORD)) {
            assertThat(console.get("/").headers().firstValue("Location")).contains("/login");
            assertThat(console.get("/api/queue").statusCode()).isEqualTo(401);
            assertThat(console.get("/live").statusCode()).isEqualTo(401);
            assertThat(console.post("/approve", DECISION).statusCode()).isEqualTo(401);
            assertThat(console.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(console.get("/login").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void rightPasswordOpensAndLogoutCloses() {
        try (RunningConsole console = new RunningConsole(folder, WITH_PASSWORD)) {
            HttpResponse<String> wrong = console.post("/login", Map.of("password", "correct hors"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("That is not the password.");

            HttpResponse<String> right = console.post("/login", Map.of("password", "correct horse"));
            assertThat(right.statusCode()).isEqualTo(303);
            assertThat(right.headers().firstValue("Set-Cookie").orElse(""))
                    .contains("HttpOnly", "SameSite=Strict", "Path=/");
            assertThat(console.get("/").statusCode()).isEqualTo(200);

            console.post("/logout", Map.of());
            assertThat(console.get("/").statusCode()).isEqualTo(303);
        }
    }

    @Test
    void expiredSessionDecidesNothing() {
        try (RunningConsole console = new RunningConsole(folder, WITH_PASSWORD)) {
            new InventedData(RunningConsole.NOW).fill(console.database);
            console.post("/login", Map.of("password", "correct horse"));
            console.clock.advance(Duration.ofHours(13));

            HttpResponse<String> late = console.postByHtmx("/approve", DECISION);
            assertThat(late.statusCode()).isEqualTo(401);
            assertThat(late.headers().firstValue("HX-Redirect")).contains("/login");
            assertThat(console.database.journal().last()).isZero();
        }
    }

    @Test
    void guessingIsSlowedDown() {
        try (RunningConsole console = new RunningConsole(folder, WITH_PASSWORD)) {
            for (int i = 0; i < 10; i++) {
                console.post("/login", Map.of("password", "guess " + i));
            }
            assertThat(console.post("/login", Map.of("password", "correct horse"))
                            .statusCode())
                    .isEqualTo(429);
            console.clock.advance(Duration.ofSeconds(61));
            assertThat(console.post("/login", Map.of("password", "correct horse"))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void otherAddressWithoutPasswordIsRefused() {
        assertThatThrownBy(() -> new RunningConsole(folder, settings -> settings.withHost("0.0.0.0")))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("Set a password, or the host to 127.0.0.1");
    }

    @Test
    void otherAddressWithPasswordStarts() {
        try (RunningConsole console = new RunningConsole(
                folder, settings -> settings.withHost("0.0.0.0").withPassword("correct horse"))) {
            assertThat(console.get("/login").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void allowedHostsWithoutPasswordAreRefused() {
        assertThatThrownBy(() -> new RunningConsole(
                        folder, settings -> settings.withAllowedHosts(List.of("linnet.example.org"))))
                .isInstanceOf(ConsoleException.class)
                .hasMessageContaining("linnet.example.org")
                .hasMessageContaining("Set a password");
    }

    @Test
    void otherAddressWithAllowedHostsAnswersToThemAlone() throws Exception {
        try (RunningConsole console = new RunningConsole(
                folder,
                settings -> settings.withHost("0.0.0.0")
                        .withPassword("correct horse")
                        .withAllowedHosts(List.of("linnet.example.org")))) {
            assertThat(statusLine(console.port(), "linnet.example.org")).contains(" 303 ");
            assertThat(statusLine(console.port(), "LINNET.example.org:8443")).contains(" 303 ");
            assertThat(statusLine(console.port(), "localhost:8090")).contains(" 303 ");
            assertThat(statusLine(console.port(), "other.example.org")).contains(" 403 ");
        }
    }

    @Test
    void portInUseIsNamedWithItsMend() {
        try (RunningConsole first = RunningConsole.filled(folder)) {
            assertThatThrownBy(() -> new RunningConsole(folder, settings -> settings.withPort(first.port())))
                    .isInstanceOf(ConsoleException.class)
                    .hasMessageContaining("port " + first.port())
                    .hasMessageContaining("set the console's port to another one");
        }
    }

    @Test
    void passwordStandsInNoLog() {
        assertThat(ConsoleSettings.local().withPassword("correct horse").toString())
                .doesNotContain("horse");
    }

    /** The answer's first line; the JDK's client does not let the Host header be set. */
    private static String statusLine(int port, String host) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        }
    }
}
