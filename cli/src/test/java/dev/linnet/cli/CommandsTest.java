package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void initWritesSampleThatCheckCallsRight() {
        Path file = folder.resolve("linnet.yaml");

        CliRun init = CliRun.of("init", file.toString());
        CliRun check = CliRun.of("check", "--config", file.toString());

        assertThat(init.exitCode()).isZero();
        assertThat(init.err()).contains("linnet run --config " + file);
        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err()).doesNotContain("chmod");
    }

    @Test
    void initWritesForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("linnet.yaml");

        CliRun.of("init", file.toString());

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void secretsThatAllUsersCanReadAreWarnedOfOnceWithTheCommand() throws Exception {
        Path file = TestConfig.write(
                folder,
                "console: {password: five s3cret herons}\nalerts: {notify: [{kind: slack, url: 'https://hooks.example.org/s3cret'}]}\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        CliRun check = CliRun.of("check", "--config", file.toString());

        assertThat(check.exitCode()).as(check.err()).isZero();
        assertThat(check.err())
                .containsOnlyOnce("linnet: " + file
                        + " holds console.password and alerts.notify.url, and every user of this machine can read it:"
                        + " chmod 600 " + file)
                .doesNotContain("s3cret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(CliRun.of("check", "--config", file.toString()).err()).doesNotContain("chmod");
    }

    @Test
    void secretsFromTheEnvironmentAreNotWarnedOf() throws Exception {
        Path file = TestConfig.write(folder, "points: {password: '${PATH}'}\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(CliRun.of("check", "--config", file.toString()).err()).doesNotContain("chmod");
    }

    @Test
    void initNeverOverwrites() throws Exception {
        Path file = Files.writeString(folder.resolve("linnet.yaml"), "mine");

        CliRun init = CliRun.of("init", file.toString());

        assertThat(init.exitCode()).isEqualTo(2);
        assertThat(init.err()).contains("exists already").contains("linnet init other.yaml");
        assertThat(file).hasContent("mine");
    }

    @Test
    void missingConfigurationExitsWithTwo() {
        CliRun check =
                CliRun.of("check", "--config", folder.resolve("none.yaml").toString());

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err()).contains("none.yaml").contains("does not exist").contains("linnet init");
    }

    @Test
    void mistypedCommandGetsSuggestion() {
        CliRun run = CliRun.of("chek");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("chek")
                .containsIgnoringCase("did you mean")
                .contains("check");
    }

    @Test
    void mistypedOptionGetsSuggestionWithoutTheWholeHelp() {
        CliRun run = CliRun.of("keywords", "--tpo", "3", "posts");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("--tpo")
                .contains("did you mean --top?")
                .contains("linnet keywords --help")
                .doesNotContain("Usage:");
    }

    @Test
    void noCommandShowsHelp() {
        CliRun run = CliRun.of();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Usage: linnet").contains("keywords");
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        Linnet.commandLine().getSubcommands().forEach((name, command) -> {
            CliRun run = CliRun.of(name, "--help");

            assertThat(run.exitCode()).as(name).isZero();
            assertThat(run.out()).as(name).contains("Usage: linnet " + name).containsPattern("(?i)Examples?:|source <");
        });
    }

    @Test
    void completionKnowsEveryCommand() {
        CliRun run = CliRun.of("generate-completion");

        assertThat(run.exitCode()).isZero();
        Linnet.commandLine()
                .getSubcommands()
                .keySet()
                .forEach(name -> assertThat(run.out()).contains(name));
    }
}
