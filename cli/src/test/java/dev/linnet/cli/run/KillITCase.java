package dev.linnet.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.cli.LinnetProcess;
import dev.linnet.cli.RunFolder;
import dev.linnet.cli.demo.DemoStream;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.testkit.InfluxRow;
import dev.linnet.testkit.InfluxServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linnet run} in a process of its own, killed on its way. */
class KillITCase {
    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final int PER_MINUTE = 600;
    /** Eight files, each of ten minutes. */
    private static final int FILES = 8;

    private static final int RECORDS_A_FILE = 10 * PER_MINUTE;
    private static final InfluxServer SERVER = InfluxServer.shared();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void killedThreeTimesItLeavesWhatAnUndisturbedRunLeaves() throws Exception {
        writeRecords();
        Path undisturbed = settings("undisturbed", "max");
        try (LinnetProcess calm = LinnetProcess.run(undisturbed)) {
            assertThat(calm.awaitEnd()).as(calm.said()).isZero();
        }

        // Two minutes of the recording in a second, so that there is something left to kill.
        Path killed = settings("killed", "120");
        for (int kill = 0; kill < 3; kill++) {
            try (LinnetProcess process = LinnetProcess.run(killed)) {
                awaitNewCheckpoint(killed, process);
                assertThat(process.kill()).as(process.said()).isEqualTo(137);
            }
        }
        try (LinnetProcess last = LinnetProcess.run(killed)) {
            assertThat(last.awaitEnd()).as(last.said()).isZero();
            assertThat(last.said()).contains("going on from the checkpoint").contains("The balance closes");
        }

        assertThat(counts(killed)).isEqualTo((long) FILES * RECORDS_A_FILE);
        assertThat(posts("killed")).hasSizeGreaterThan(500).isEqualTo(posts("undisturbed"));
        assertThat(open(killed)).hasSizeGreaterThan(50).isEqualTo(open(undisturbed));
    }

    private void writeRecords() throws IOException {
        Files.createDirectories(folder.resolve("stream"));
        DemoStream stream = new DemoStream(3, START, PER_MINUTE);
        for (int file = 0; file < FILES; file++) {
            boolean packed = file % 2 == 1;
            Path path = folder.resolve("stream/part-" + file + (packed ? ".jsonl.gz" : ".jsonl"));
            try (OutputStream plain = Files.newOutputStream(path);
                    OutputStream out = packed ? new GZIPOutputStream(plain) : plain) {
                for (int i = file * RECORDS_A_FILE; i < (file + 1) * RECORDS_A_FILE; i++) {
                    out.write(stream.line(i));
                    out.write('\n');
                }
            }
        }
    }

    private Path settings(String name, String speed) throws IOException {
        SERVER.createDatabase(name);
        RunFolder run = new RunFolder(folder.resolve(name))
                .set("vocabulary", "{file: words.txt, trusted: [" + DemoStream.TRUSTED_AUTHOR + "]}")
                .set("sources", "[{files: [../stream], speed: " + speed + "}]")
                .set("points", "{kind: influxdb, url: '" + SERVER.url() + "', database: " + name + "}")
                .set("relevance", "{suggest-above: 0.5}")
                .set("job", "{parallelism: 2, checkpoint-every: 200ms, state: state}");
        Files.write(
                run.path().resolve("words.txt"),
                List.of("swift boxes", "contact microphones", "rooftop garden", "dawn chorus", "field recording"));
        return run.settings();
    }

    /** Waits for a checkpoint of this process: one in a folder that was not there before. */
    private static void awaitNewCheckpoint(Path settings, LinnetProcess process) {
        Path checkpoints = settings.resolveSibling("state").resolve("checkpoints");
        List<Path> before = metadata(checkpoints);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !process.isAlive()
                        || metadata(checkpoints).stream()
                                        .filter(file -> !before.contains(file))
                                        .count()
                                > 1);
    }

    private static List<Path> metadata(Path checkpoints) {
        if (!Files.isDirectory(checkpoints)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private static List<InfluxRow> posts(String database) {
        return SERVER.query(database, "SELECT * FROM \"post\"");
    }

    private static List<Suggestion> open(Path settings) {
        try (QueueDatabase database = queue(settings)) {
            return database.suggestions().open(10_000).stream()
                    .map(QueuedSuggestion::suggestion)
                    .sorted(Comparator.comparing(Suggestion::id))
                    .toList();
        }
    }

    private static long counts(Path settings) {
        try (QueueDatabase database = queue(settings)) {
            Balance balance = new Balance(database.records().counts());
            assertThat(balance.closes()).as(balance.text()).isTrue();
            return balance.read();
        }
    }

    private static QueueDatabase queue(Path settings) {
        return QueueDatabase.open(QueueSettings.file(settings.resolveSibling("queue.db")));
    }
}
