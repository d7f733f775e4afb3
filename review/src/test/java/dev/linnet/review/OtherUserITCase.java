package dev.linnet.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another user of the same machine, which only root can play: a console without a password does not answer them. */
class OtherUserITCase {
    private static final int NOBODY = 65_534;

    @TempDir
    Path folder;

    @Test
    void consoleWithoutPasswordAnswersNoOtherUser() throws Exception {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("only root can become another user")
                .isEqualTo(0);
        try (RunningConsole console = RunningConsole.filled(folder)) {
            assertThat(asNobody(console.port(), "GET / HTTP/1.1"))
                    .startsWith("HTTP/1.1 403")
                    .contains("another user of this machine", "number " + NOBODY, "console.password");
            assertThat(asNobody(console.port(), "GET /api/queue HTTP/1.1")).startsWith("HTTP/1.1 403");
            assertThat(asNobody(console.port(), "GET /healthz HTTP/1.1")).startsWith("HTTP/1.1 200");
            assertThat(console.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void consoleWithPasswordAsksEverybodyForIt() throws Exception {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
        try (RunningConsole console = new RunningConsole(folder, settings -> settings.withPassword("correct horse"))) {
            assertThat(asNobody(console.port(), "GET /login HTTP/1.1")).startsWith("HTTP/1.1 200");
        }
    }

    private static String asNobody(int port, String request) throws Exception {
        String script = "exec 3<>/dev/tcp/127.0.0.1/" + port + "; printf '" + request
                + "\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3; cat <&3";
        Process process = new ProcessBuilder(
                        "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "bash", "-c", script)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return answer;
    }
}
