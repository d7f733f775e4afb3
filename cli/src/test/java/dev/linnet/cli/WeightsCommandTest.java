package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.WeightRow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String config;

    @BeforeEach
    void writeConfig() throws Exception {
        config = TestConfig.write(folder, "queue:\n  url: queue.db\n").toString();
    }

    @Test
    void strongestWeightsComeFirst() {
        put(new WeightRow("keyword", "moss", 0.25, 0.5, 2), new WeightRow("keyword", "fern wall", -1.5, 0.25, 7));

        CliRun table = CliRun.of("weights", "--config", config);
        CliRun first = CliRun.of("weights", "--config", config, "--top", "1");

        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(table.out().lines())
                .containsExactly(
                        "kind     name          mean  deviation  decisions",
                        "keyword  fern wall   -1.500      0.250          7",
                        "keyword  moss        +0.250      0.500          2");
        assertThat(first.out()).contains("fern wall").doesNotContain("moss");
    }

    @Test
    void jsonHasEveryField() throws Exception {
        put(new WeightRow("author", "ada", 0.5, 0.25, 3));

        JsonNode node = new ObjectMapper()
                .readTree(CliRun.of("weights", "--config", config, "--json").out());

        assertThat(node.path("kind").asText()).isEqualTo("author");
        assertThat(node.path("name").asText()).isEqualTo("ada");
        assertThat(node.path("mean").asDouble()).isEqualTo(0.5);
        assertThat(node.path("deviation").asDouble()).isEqualTo(0.25);
        assertThat(node.path("decisions").asInt()).isEqualTo(3);
    }

    @Test
    void nothingLearntIsSaidAndNoFailure() {
        put();

        CliRun run = CliRun.of("weights", "--config", config);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nothing has been learnt yet");
    }

    @Test
    void missingDatabaseIsNamedAndNotMade() {
        CliRun run = CliRun.of("weights", "--config", config);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("there is no queue database").contains("queue.db");
        assertThat(folder.resolve("queue.db")).doesNotExist();
    }

    private void put(WeightRow... weights) {
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            database.records().putWeights(List.of(weights));
        }
    }
}
