package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsOfThePastTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String config;

    @BeforeEach
    void decide() throws Exception {
        config = TestConfig.write(folder, "queue:\n  url: queue.db\n").toString();
        append(1, Act.APPROVE, "x:1", Map.of("word:moss", 1.0, "latency", 3.0));
        append(2, Act.APPROVE, "x:2", Map.of("word:moss", 1.0));
        append(3, Act.REJECT, "x:3", Map.of("word:soap", 1.0));
    }

    @Test
    void weightsAreThoseOfTheMoment() {
        assertThat(weights("--at", "3").out()).contains("moss", "soap");
        assertThat(weights("--at", "2").out()).contains("moss").doesNotContain("soap");
        assertThat(weights("--at", "2026-03-01T10:02:30Z").out())
                .isEqualTo(weights("--at", "2").out());
        assertThat(weights("--at", "2026-02-01").err()).contains("nothing has been learnt yet");
    }

    @Test
    void rollbackIsAnActThatCanBeTakenBack() {
        String whole = weights("--at", "3").out();

        CliRun rolledBack = weights("--rollback-to", "2", "--why", "not me");

        assertThat(rolledBack.exitCode()).as(rolledBack.err()).isZero();
        assertThat(rolledBack.err()).contains("--undo-rollback 4");
        assertThat(weights("--at", "4").out()).isEqualTo(weights("--at", "2").out());
        try (QueueDatabase database = open()) {
            assertThat(database.journal().newest(1)).singleElement().satisfies(entry -> {
                assertThat(entry.act()).isEqualTo(Act.ROLLBACK);
                assertThat(entry.who()).isEqualTo("Ada");
                assertThat(entry.why()).isEqualTo("not me");
            });
        }

        assertThat(weights("--undo-rollback", "4").exitCode()).isZero();
        assertThat(weights("--at", "5").out()).isEqualTo(whole);
    }

    @Test
    void wrongMomentsAreNamed() {
        assertThat(weights("--at", "yesterday").err()).contains("--at is the number of an act", "not 'yesterday'");
        assertThat(weights("--rollback-to", "3").err()).contains("is the journal's end (act 3)");
        assertThat(weights("--rollback-to", "9").exitCode()).isEqualTo(2);
        assertThat(weights("--undo-rollback", "2").err()).contains("act 2 of the journal is no rollback");
        assertThat(weights("--at", "2", "--why", "so").err()).contains("--why goes with");
        assertThat(weights("--at", "2", "--rollback-to", "1").exitCode()).isEqualTo(2);
        try (QueueDatabase database = open()) {
            assertThat(database.journal().last()).isEqualTo(3);
        }
    }

    @Test
    void gapsAndEmptiedDecisionsAreCounted() throws Exception {
        append(4, Act.APPROVE, "x:4", Map.of());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("queue.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM journal WHERE sequence = 2");
        }

        CliRun run = weights("--at", "4");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("the journal lacks 1 acts")
                .contains("1 act is left out: it has no features, as its post was deleted");
    }

    private CliRun weights(String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "weights";
        all[1] = "--config";
        all[2] = config;
        System.arraycopy(options, 0, all, 3, options.length);
        return CliRun.of(all);
    }

    private void append(int minute, Act act, String subject, Map<String, Double> data) {
        try (QueueDatabase database = open()) {
            database.journal().append(START.plusSeconds(60L * minute), "Ada", act, subject, "", data);
        }
    }

    private QueueDatabase open() {
        return QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")));
    }
}
