package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;

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

    private RunningConsole console() {
        return new RunningConsole(folder, settings -> settings.withPassword(PASSWORD));
    }

    private static RawHttp.Response logIn(RunningConsole console, String password) {
        return RawHttp.once(console.port(), RawHttp.post("/login", "password=" + password.replace(' ', '+')));
    }
}
