package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Contribution;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesCommandTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String config;

    @BeforeEach
    void approve() throws Exception {
        config = TestConfig.write(folder, "queue:\n  url: queue.db\n").toString();
        try (QueueDatabase database = open()) {
            for (String id : List.of("x:1", "x:2", "x:open")) {
                database.suggestions().offer(List.of(suggestion(id)));
            }
            database.suggestions().approve("x:1", "Ada", START);
            database.suggestions().approve("x:2", "Ada", START);
        }
    }

    @Test
    void figuresAreNotedOnceAndNewOnesTakeTheirPlace() throws Exception {
        assertThat(outcomes("id,reposts,likes\nx:1,3,12\nx:2,,4\n").out())
                .isEqualTo("2 noted, 0 known already, 0 left out\n");
        assertThat(outcomes("ID, likes, reposts\nx:1,12,3\n").out()).startsWith("0 noted, 1 known");
        assertThat(outcomes("{\"id\":\"x:1\",\"clicks\":5}\n").out()).startsWith("1 noted");

        try (QueueDatabase database = open()) {
            assertThat(database.journal().after(2, 10))
                    .extracting(JournalEntry::data)
                    .containsExactly(
                            Map.of("reposts", 3.0, "likes", 12.0), Map.of("likes", 4.0), Map.of("clicks", 5.0));
        }
    }

    @Test
    void linesThatCannotBeTakenAreNamedAndTheOthersGoOn() throws Exception {
        CliRun run = outcomes("id,reposts\nx:1,3\nx:open,4\nx:2,-1\n77,2\nx:2\nx:2,\n{\"id\":\n", "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("{\"noted\":1,\"known\":0,\"left_out\":6}\n");
        assertThat(run.err())
                .contains("line 3: no suggestion x:open was approved")
                .contains("line 4: reposts must be a whole number, 0 or more, but is '-1'")
                .contains("line 5: the id is the suggestion's, such as x:1234, not '77'")
                .contains("line 6: it has 1 cells, but the header 2")
                .contains("line 7: it tells none of reposts, likes, clicks")
                .contains("line 8: it is no JSON object");
    }

    @Test
    void missingHeaderAndMissingFileAreWrongUsage() throws Exception {
        CliRun run = outcomes("x:1,3\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("line 1: the header must name id and some of reposts, likes, clicks");

        CliRun none = CliRun.of("outcomes", folder.resolve("none.csv").toString(), "--config", config);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("there is no file");
    }

    private CliRun outcomes(String text, String... options) throws Exception {
        String file = Files.writeString(folder.resolve("shared.csv"), text).toString();
        return options.length == 0
                ? CliRun.of("outcomes", file, "--config", config)
                : CliRun.of("outcomes", file, "--config", config, options[0]);
    }

    private static Suggestion suggestion(String id) {
        List<Contribution> features = List.of(new Contribution("bias", "", 1, -0.7));
        return new Suggestion(
                id,
                "x",
                "ann",
                "Ann",
                "a fern wall",
                "en",
                "https://x.com/ann/1",
                START,
                List.of("fern wall"),
                0.7,
                features,
                "neutral",
                0,
                false,
                0);
    }

    private QueueDatabase open() {
        return QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")));
    }
}
