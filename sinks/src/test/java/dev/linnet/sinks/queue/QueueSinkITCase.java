package dev.linnet.sinks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.testkit.LoopbackCluster;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sink in a job, two subtasks on one SQLite file. */
class QueueSinkITCase {
    private static final int COMMANDS = 3_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(1, 2);

    @TempDir
    private Path folder;

    @Test
    void lockedDatabaseHoldsTheJobAndThenTakesEverything() throws Exception {
        QueueSettings settings = QueueSettings.file(folder.resolve("queue.db")).withPatience(Duration.ofMillis(300));
        try (QueueDatabase database = QueueDatabase.open(settings);
                Connection other = DriverManager.getConnection(settings.url());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            JobClient job = job(settings);

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status(job) == JobStatus.RUNNING);
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> status(job) == JobStatus.RUNNING
                            && database.suggestions().countOpen() == 0);

            statement.execute("ROLLBACK");
            job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
            assertThat(database.suggestions().countOpen()).isEqualTo(COMMANDS);
            assertThat(SharedDatabases.count()).isZero();
        }
    }

    private static JobClient job(QueueSettings settings) throws Exception {
        Configuration config = new Configuration();
        config.set(PipelineOptions.GENERIC_TYPES, false);
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(config);
        env.setParallelism(2);
        env.enableCheckpointing(200);
        List<QueueCommand> commands = IntStream.range(0, COMMANDS)
                .mapToObj(i -> Commands.offer("x:" + i, 0.5))
                .toList();
        env.fromData(TypeInformation.of(QueueCommand.class), commands.toArray(new QueueCommand[0]))
                .rebalance()
                .sinkTo(new QueueSink(settings));
        return env.executeAsync("queue sink");
    }

    private static JobStatus status(JobClient job) throws Exception {
        return job.getJobStatus().get();
    }
}
