package dev.linnet.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Job and console as two processes on one SQLite file. */
class SqliteProcessesITCase {
    private static final int EACH = 100;

    @TempDir
    private Path folder;

    @Test
    void processesMakeTheDatabaseTogetherAndShareIt() throws Exception {
        Path file = folder.resolve("queue.db");
        List<Process> processes = new ArrayList<>();
        for (String who : List.of("ann", "bob", "cem")) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString(),
                            who)
                    .inheritIO()
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(file))) {
            assertThat(database.journal().after(0, 1_000))
                    .extracting(JournalEntry::sequence)
                    .isEqualTo(IntStream.rangeClosed(1, 3 * EACH)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    /** Writes its share of the journal. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(Path.of(args[0])))) {
                for (int i = 0; i < EACH; i++) {
                    database.journal().append(Samples.NOON, args[1], JournalEntry.Act.MUTE, "topic " + i, "", Map.of());
                }
            }
        }
    }
}
