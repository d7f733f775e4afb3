package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Login under attack, and the ends of sessions. */
class LoginITCase {
    private static final int WAVE = 180;
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    @Test
    void waveOfHeldRequestsIsComparedTenTimes() throws Exception {
        try (RunningConsole console = console()) {
            List<RawHttp> wave = new ArrayList<>();
            for (int i = 0; i < WAVE; i++) {
                String request = RawHttp.post("/login", "password=guess-%03d".formatted(i));
                RawHttp connection = RawHttp.connect(console.port());
                connection.send(request.substring(0, request.length() - 1));
                wave.add(connection);
            }
            // Requests that come later are answered, so those of the wave have been seen.
            for (int i = 0; i < 20; i++) {
                assertThat(console.get("/healthz").statusCode()).isEqualTo(200);
            }
            for (int i = 0; i < WAVE; i++) {
                wave.get(i).send("%03d".formatted(i).substring(2));
            }
            Map<Integer, Integer> answers = new TreeMap<>();
            for (RawHttp connection : wave) {
                answers.merge(connection.read().status(), 1, Integer::sum);
                connection.close();
            }

            assertThat(answers).isEqualTo(Map.of(401, 10, 429, WAVE - 10));
        }
    }

    @Test
    void rightPasswordAfterTenWrongOnesWaitsAsLongAsRetryAfterSays() {
        try (RunningConsole console = console()) {
            for (int i = 0; i < 10; i++) {
                assertThat(logIn(console, "guess " + i).status()).isEqualTo(401);
                console.clock.advance(Duration.ofSeconds(2));
            }

            RawHttp.Response blocked = logIn(console, PASSWORD);
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.header("retry-after")).isEqualTo("40");

            console.clock.advance(Duration.ofSeconds(40));
            assertThat(logIn(console, PASSWORD).status()).isEqualTo(303);
        }
    }

    @Test
    void logoutEndsItsStreamWithinTwoSecondsAndNoOther() throws Exception {
        try (RunningConsole console = console()) {
            String first = session(console);
            String second = session(console);
            try (RawHttp ending = stream(console, first);
                    RawHttp going = stream(console, second)) {
                RawHttp.once(console.port(), RawHttp.post("/logout", "", first));
                assertEndsWithinTwoSeconds(ending);

                new InventedData(RunningConsole.NOW).fill(console.database);
                assertThat(going.lineWith("data: ")).contains("\"open\"");
            }
        }
    }

    @Test
    void streamDoesNotExtendItsSessionAndEndsWithIt() throws Exception {
        try (RunningConsole console = console()) {
            String session = session(console);
            console.clock.advance(Duration.ofHours(11));
            try (RawHttp live = stream(console, session)) {
                // What the page redraws by itself is no use either.
                assertThat(RawHttp.once(console.port(), RawHttp.get("/", session, "X-Refresh: true"))
                                .status())
                        .isEqualTo(200);
                console.clock.advance(Duration.ofMinutes(61));
                assertEndsWithinTwoSeconds(live);
            }
            assertThat(liveStatus(console, session)).isEqualTo(401);
        }
    }

    @Test
    void sessionEndsAfterSevenDaysHoweverMuchItIsUsed() throws Exception {
        try (RunningConsole console = console()) {
            String session = session(console);
            for (int hour = 6; hour < 7 * 24; hour += 6) {
                console.clock.advance(Duration.ofHours(6));
                assertThat(RawHttp.once(console.port(), RawHttp.get("/", session))
                                .status())
                        .isEqualTo(200);
            }
            try (RawHttp live = stream(console, session)) {
                console.clock.advance(Duration.ofHours(6));
                assertEndsWithinTwoSeconds(live);
            }
            assertThat(RawHttp.once(console.port(), RawHttp.get("/", session)).status())
                    .isEqualTo(303);
        }
    }

    @Test
    void sessionsAndStreamsAreBounded() throws Exception {
        try (RunningConsole console = console()) {
            List<String> sessions = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                sessions.add(session(console));
            }
            RawHttp.Response full = logIn(console, PASSWORD);
            assertThat(full.status()).isEqualTo(503);
            assertThat(full.body()).contains("Too many sessions");
            RawHttp.once(console.port(), RawHttp.post("/logout", "", sessions.get(99)));
            assertThat(logIn(console, PASSWORD).status()).isEqualTo(303);

            List<RawHttp> streams = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                streams.add(stream(console, sessions.get(0)));
            }
            assertThat(liveStatus(console, sessions.get(0))).isEqualTo(503);
            assertThat(RawHttp.once(console.port(), RawHttp.get("/", sessions.get(0)))
                            .status())
                    .isEqualTo(200);

            // Streams that were left make room for others within seconds.
            for (RawHttp stream : streams) {
                stream.close();
            }
            await().atMost(Duration.ofSeconds(8)).untilAsserted(() -> {
                try (RawHttp again = stream(console, sessions.get(0))) {
                    assertThat(again).isNotNull();
                }
            });
        }
    }

    private static String session(RunningConsole console) {
        RawHttp.Response answer = logIn(console, PASSWORD);
        assertThat(answer.status()).isEqualTo(303);
        return answer.cookie();
    }

    private static int liveStatus(RunningConsole console, String session) throws IOException {
        try (RawHttp live = RawHttp.connect(console.port())) {
            live.send(RawHttp.get("/live", session, "Accept: text/event-stream"));
            return live.readHead().status();
        }
    }

    private static RawHttp stream(RunningConsole console, String session) throws IOException {
        RawHttp live = RawHttp.connect(console.port());
        live.send(RawHttp.get("/live", session, "Accept: text/event-stream"));
        assertThat(live.readHead().status()).isEqualTo(200);
        return live;
    }

    private static void assertEndsWithinTwoSeconds(RawHttp live) {
        long start = System.nanoTime();
        assertThat(live.isClosedByPeer()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
    }

    private RunningConsole console() {
        return new RunningConsole(folder, settings -> settings.withPassword(PASSWORD));
    }

    private static RawHttp.Response logIn(RunningConsole console, String password) {
        return RawHttp.once(console.port(), RawHttp.post("/login", "password=" + password.replace(' ', '+')));
    }
}
