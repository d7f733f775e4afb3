package dev.linnet.queue;

import static dev.linnet.queue.Samples.NOON;
import static dev.linnet.queue.Samples.suggestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a file, and what the user is told. */
class SqliteFaultsTest {
    @TempDir
    private Path folder;

    private QueueSettings settings = QueueSettings.of("unset", null, null);

    @BeforeEach
    void nameTheFile() {
        settings = QueueSettings.file(folder.resolve("queue.db")).withPatience(Duration.ofMillis(200));
    }

    private QueueDatabase open() {
        return QueueDatabase.open(settings);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFault(
            boolean retryable, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        QueueException.class,
                        e -> assertThat(e.isRetryable())
                                .as("retryable: %s", e.getMessage())
                                .isEqualTo(retryable));
    }

    @Test
    void lockedDatabaseRefusesAndLosesNothing() throws Exception {
        try (QueueDatabase database = open();
                Connection other = DriverManager.getConnection(settings.url());
                Statement statement = other.createStatement()) {
            database.suggestions().offer(List.of(suggestion("x:1", 0.5)));
            statement.execute("BEGIN IMMEDIATE");

            assertFault(true, () -> database.suggestions().approve("x:1", "ann", NOON))
                    .hasMessageContaining("queue.db is locked")
                    .hasMessageContaining("try again");
            assertThat(database.suggestions().open(10)).as("readers go on").hasSize(1);

            statement.execute("ROLLBACK");
            assertThat(database.suggestions().approve("x:1", "ann", NOON)).isPresent();
            assertThat(database.journal().last()).isEqualTo(1);
        }
    }

    @Test
    void fullDiskRefusesAndLosesNothing() throws Exception {
        open().close();
        // Every connection gets the limit from the URL: no more pages than the file has now, and a few.
        QueueSettings tight = QueueSettings.of(settings.url() + "?max_page_count=" + (pages() + 4), null, null);
        try (QueueDatabase database = QueueDatabase.open(tight)) {
            database.suggestions().offer(List.of(suggestion("x:1", 0.5)));
            List<Suggestion> many = IntStream.range(10, 500)
                    .mapToObj(i -> suggestion("x:" + i, 0.5))
                    .toList();

            assertFault(true, () -> database.suggestions().offer(many))
                    .hasMessageContaining("queue.db can't grow, the disk is full")
                    .hasMessageContaining("free some space");
            assertThat(database.suggestions().countOpen()).isEqualTo(1);
        }
        try (QueueDatabase database = open()) {
            assertThat(database.suggestions().approve("x:1", "ann", NOON)).isPresent();
            assertThat(database.suggestions().countOpen()).isZero();
        }
    }

    private int pages() throws Exception {
        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("PRAGMA page_count").getInt(1);
        }
    }

    @Test
    void fileThatIsNoDatabaseIsNamed() throws Exception {
        Files.writeString(settings.path(), "Dear diary, today I saw a linnet. ".repeat(100));

        assertFault(false, this::open).hasMessageContaining("queue.db is not a SQLite database");
        assertThat(settings.path()).content().startsWith("Dear diary");
    }

    @Test
    void folderInPlaceOfAFileIsNamed() throws Exception {
        Files.createDirectory(settings.path());

        assertFault(false, this::open).hasMessageContaining("queue.db can't be opened for writing");
    }

    @Test
    void folderThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(folder.resolve("occupied"), "a file");
        settings = QueueSettings.file(folder.resolve("occupied/deeper/queue.db"));

        assertFault(false, this::open).hasMessageContaining("occupied/deeper").hasMessageContaining("can't be made");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void unwritableFolderIsNamed() {
        // Nobody can write there, not even root.
        settings = QueueSettings.file(Path.of("/proc/queue.db"));

        assertFault(false, this::open).hasMessageContaining("/proc/queue.db can't be opened for writing");
    }

    @Test
    void newerSchemaIsRefused() throws Exception {
        open().close();
        try (Connection connection = DriverManager.getConnection(settings.url());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO linnet_schema (installed_rank, version, description, type, script, checksum,
                      installed_by, installed_on, execution_time, success)
                    VALUES (99, '999', 'from the future', 'SQL', 'V999__future.sql', 1, '', '2030-01-01 00:00:00', 1, 1)
                    """);
        }

        assertFault(false, this::open)
                .hasMessageContaining("newer Linnet (its schema is 999)")
                .hasMessageContaining("run that version");
    }

    @Test
    void damagedFileIsNamed() throws Exception {
        try (QueueDatabase database = open()) {
            database.suggestions()
                    .offer(IntStream.range(0, 300)
                            .mapToObj(i -> suggestion("x:" + i, 0.5))
                            .toList());
        }
        byte[] bytes = Files.readAllBytes(settings.path());
        for (int i = 4_096; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Files.write(settings.path(), bytes);

        assertFault(false, this::open)
                .hasMessageContaining("queue.db is damaged")
                .hasMessageContaining(".recover");
    }

    @Test
    void wrongUrlsAreNamed() {
        assertThatThrownBy(() -> QueueSettings.of("jdbc:mysql://localhost/queue?password=s3cret", null, null))
                .hasMessageContaining("jdbc:mysql://localhost/queue")
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> QueueSettings.of("jdbc:sqlite::memory:", null, null))
                .hasMessageContaining("must be a file");
        assertThat(QueueSettings.of("jdbc:postgresql://db/queue?password=s3cret", "linnet", "s3cret"))
                .asString()
                .isEqualTo("QueueSettings[jdbc:postgresql://db/queue]");
    }

    @Test
    void batchesOfHundredsAreFast() {
        try (QueueDatabase database = open()) {
            List<Suggestion> batch = IntStream.range(0, 500)
                    .mapToObj(i -> suggestion("x:" + i, 0.5))
                    .toList();
            database.suggestions().offer(batch);
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                database.suggestions().offer(batch);
            }
            // 5,000 rows take about 0.2 s; a transaction for each would take many times the bound.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }
}
