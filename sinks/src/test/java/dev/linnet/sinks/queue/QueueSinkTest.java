package dev.linnet.sinks.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.WeightRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueSinkTest {
    @TempDir
    private Path folder;

    private QueueSettings settings() {
        return QueueSettings.file(folder.resolve("queue.db"));
    }

    private OneInputStreamOperatorTestHarness<QueueCommand, CommittableMessage<Object>> opened(int batch)
            throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<QueueCommand, CommittableMessage<Object>>(
                new SinkWriterOperatorFactory<>(new QueueSink(settings(), batch, Duration.ofMillis(250))));
        harness.setProcessingTime(1_000);
        harness.open();
        return harness;
    }

    @Test
    void writesWhenTheBatchIsFull() throws Exception {
        try (var harness = opened(3);
                QueueDatabase database = QueueDatabase.open(settings())) {
            harness.processElement(Commands.offer("x:1", 0.5), 0);
            harness.processElement(Commands.offer("x:2", 0.5), 0);
            assertThat(database.suggestions().countOpen()).isZero();
            harness.processElement(Commands.offer("x:3", 0.5), 0);
            assertThat(database.suggestions().countOpen()).isEqualTo(3);
        }
    }

    @Test
    void writesWhenTheFirstHasWaitedLongEnough() throws Exception {
        try (var harness = opened(500);
                QueueDatabase database = QueueDatabase.open(settings())) {
            for (int round = 1; round <= 2; round++) {
                harness.processElement(Commands.offer("x:" + round, 0.5), 0);
                harness.setProcessingTime(harness.getProcessingTime() + 249);
                assertThat(database.suggestions().countOpen()).isEqualTo(round - 1);
                harness.setProcessingTime(harness.getProcessingTime() + 1);
                assertThat(database.suggestions().countOpen()).isEqualTo(round);
            }
        }
    }

    @Test
    void writesEveryKindBeforeACheckpoint() throws Exception {
        try (var harness = opened(500);
                QueueDatabase database = QueueDatabase.open(settings())) {
            for (QueueCommand command : Commands.all()) {
                harness.processElement(command, 0);
            }
            harness.prepareSnapshotPreBarrier(1);

            assertThat(database.suggestions().open(10))
                    .singleElement()
                    .satisfies(queued -> assertThat(queued.suggestion().id()).isEqualTo("x:2"));
            assertThat(database.alerts().newest(10))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.posts()).isEmpty());
            assertThat(database.records().counts()).hasSize(1);
            assertThat(database.records().minutes("late data", 10)).hasSize(1);
            assertThat(database.records().weights(10)).hasSize(1);
            assertThat(database.records().kept("filtered", 10)).hasSize(1);
        }
    }

    @Test
    void weightsAfterTheOrderToClearStandAlone() throws Exception {
        try (var harness = opened(500);
                QueueDatabase database = QueueDatabase.open(settings())) {
            harness.processElement(QueueCommand.weight(new WeightRow("word", "moss", 1, 1, 1)), 0);
            harness.prepareSnapshotPreBarrier(1);
            harness.processElement(QueueCommand.weight(new WeightRow("word", "fern", 1, 1, 1)), 0);
            harness.processElement(QueueCommand.clearWeights(), 0);
            harness.processElement(QueueCommand.weight(new WeightRow("word", "wren", 1, 1, 1)), 0);
            harness.prepareSnapshotPreBarrier(2);

            assertThat(database.records().weights(10))
                    .extracting(WeightRow::name)
                    .containsExactly("wren");
        }
    }

    @Test
    void offerAfterAWithdrawalStands() throws Exception {
        try (var harness = opened(500);
                QueueDatabase database = QueueDatabase.open(settings())) {
            harness.processElement(Commands.offer("x:1", 0.5), 0);
            harness.processElement(QueueCommand.withdraw("x:1", Commands.NOON), 0);
            harness.processElement(Commands.offer("x:1", 0.75), 0);
            harness.processElement(Commands.offer("x:2", 0.5), 0);
            harness.processElement(QueueCommand.withdraw("x:2", Commands.NOON), 0);
            harness.prepareSnapshotPreBarrier(1);

            assertThat(database.suggestions().open(10)).singleElement().satisfies(queued -> {
                assertThat(queued.suggestion().id()).isEqualTo("x:1");
                assertThat(queued.suggestion().relevance()).isEqualTo(0.75);
            });
        }
    }

    @Test
    void deletionOfAKnownPostFindsWhatCameBeforeIt() throws Exception {
        try (var harness = opened(500);
                QueueDatabase database = QueueDatabase.open(settings())) {
            harness.processElement(Commands.offer("x:1", 0.5), 0);
            harness.processElement(
                    QueueCommand.keep(new KeptRecord("x:2", "filtered", "muted", Commands.NOON, "so late")), 0);
            harness.processElement(QueueCommand.deleteKnown("x:1", Commands.NOON), 0);
            harness.processElement(QueueCommand.deleteKnown("x:2", Commands.NOON), 0);
            harness.prepareSnapshotPreBarrier(1);

            assertThat(database.suggestions().countOpen()).isZero();
            assertThat(database.records().kept("filtered", 10)).isEmpty();
        }
    }

    @Test
    void badCommandTakesNoOtherWithIt() throws Exception {
        try (var harness = opened(3);
                QueueDatabase database = QueueDatabase.open(settings())) {
            harness.processElement(Commands.offer("x:1", 0.5), 0);
            harness.processElement(Commands.offer("x:2", Double.NaN), 0);
            harness.processElement(Commands.offer("x:3", 0.5), 0);

            assertThat(database.suggestions().countOpen()).isEqualTo(2);
        }
    }

    @Test
    void subtasksShareOneDatabaseUntilTheLastCloses() throws Exception {
        try (var first = opened(1)) {
            try (var second = opened(1)) {
                assertThat(SharedDatabases.count()).isEqualTo(1);
                second.processElement(Commands.offer("x:1", 0.5), 0);
            }
            assertThat(SharedDatabases.count()).isEqualTo(1);
            first.processElement(Commands.offer("x:2", 0.5), 0);
        }
        assertThat(SharedDatabases.count()).isZero();
    }

    @Test
    void whatCannotMendItselfFailsAtTheStart() throws Exception {
        Files.writeString(folder.resolve("queue.db"), "Dear diary, today I saw a linnet. ".repeat(100));

        assertThatThrownBy(() -> opened(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("queue.db is not a SQLite database");
        assertThat(SharedDatabases.count()).isZero();
    }
}
