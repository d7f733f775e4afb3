package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code linnet} script on machines that lack what it needs. */
class LauncherTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void tooOldJavaIsNamedWithTheMend() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path java =
                Files.writeString(bin.resolve("java"), "#!/bin/sh\necho '    java.specification.version = 11' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

        Result result = launch(folder.toString());

        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.err).contains("this is Java 11").contains("JDK 17").contains("apt-get install");
    }

    @Test
    void missingJavaIsNamedWithTheMend() throws Exception {
        Result result = launch(folder.resolve("nothing").toString());

        assertThat(result.exitCode).isEqualTo(1);
        assertThat(result.err).contains("no Java found").contains("apt-get install");
    }

    @ParameterizedTest
    @CsvSource({
        "run --config a.yaml, 0077",
        "--verbose run, 0077",
        "demo, 0077",
        "console, 0077",
        "init, 0077",
        "spikes run out, 0022",
        "extract posts, 0022",
        "--help, 0022"
    })
    void stateIsForItsOwnerAloneAndWhatTheUserAskedForIsNot(String command, String umask) throws Exception {
        Path script = Files.copy(repository().resolve("linnet"), folder.resolve("linnet"));
        Files.writeString(Files.createDirectories(folder.resolve("cli/target")).resolve("classpath.txt"), "none");

        assertThat(umaskOf(script + " " + command)).isEqualTo(umask);
    }

    @Test
    void containerKeepsItsStateToItself() throws Exception {
        Path script = repository().resolve("docker/linnet/entrypoint.sh");

        assertThat(umaskOf("sh " + script + " console")).isEqualTo("0077");
    }

    /** The umask with which a script starts Java. */
    private String umaskOf(String command) throws IOException, InterruptedException {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Path java = Files.writeString(
                bin.resolve("java"),
                "#!/bin/sh\ncase $* in *showSettings*) echo '    java.specification.version = 17' >&2 ;; *) umask ;; esac\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "umask 022; " + command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.strip();
    }

    private record Result(int exitCode, String err) {}

    private static Result launch(String javaHome) throws IOException, InterruptedException {
        Path script = repository().resolve("linnet");
        ProcessBuilder builder = new ProcessBuilder(script.toString(), "--help");
        builder.environment().put("JAVA_HOME", javaHome);
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), err);
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "run the tests inside the repository");
        }
        return folder;
    }
}
