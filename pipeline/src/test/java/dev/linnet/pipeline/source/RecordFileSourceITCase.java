package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.testkit.LoopbackCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordFileSourceITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(1, 2);

    private static final ReadSettings SMALL_PARTS = new ReadSettings(0, 10_000, 2_000, 20_000);
    private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @BeforeEach
    void failNever() {
        FAILURES_LEFT.set(0);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everyRecordComesOnceAtParallelismTwo(Compression compression) throws Exception {
        List<String> expected = writeFiles(5, 300, compression);

        assertThat(keysReadBy(source(SMALL_PARTS), Duration.ZERO)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void everyRecordComesOnceAfterFailures(Compression compression) throws Exception {
        List<String> expected = writeFiles(4, 600, compression);
        FAILURES_LEFT.set(2);

        List<String> keys = keysReadBy(source(SMALL_PARTS), Duration.ofMillis(1));

        assertThat(FAILURES_LEFT).hasValue(0);
        assertThat(keys).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void recordingKeepsItsOrderAndSpeed() throws Exception {
        List<String> expected = writeFiles(3, 100, Compression.NONE);
        long begun = System.nanoTime();

        List<String> keys = keysReadBy(source(SMALL_PARTS).atSpeed(0.5), Duration.ZERO);

        assertThat(keys).containsExactlyElementsOf(expected);
        // 300 records, a millisecond apart, at half the speed.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(590));
    }

    @Test
    void recordingComesOnceAfterFailures() throws Exception {
        List<String> expected = writeFiles(3, 200, Compression.GZIP);
        FAILURES_LEFT.set(2);

        List<String> keys = keysReadBy(source(SMALL_PARTS).atSpeed(1), Duration.ZERO);

        assertThat(FAILURES_LEFT).hasValue(0);
        assertThat(keys).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void savepointGoesOnAtAnotherParallelism(@TempDir Path savepoints) throws Exception {
        List<String> expected = writeFiles(4, 600, Compression.NONE);
        SEEN.clear();
        Configuration first = settings();
        JobClient job = start(first, 2, Duration.ofMillis(2));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> SEEN.size() > 300);
        String savepoint = job.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL)
                .get(30, TimeUnit.SECONDS);
        int seenBefore = SEEN.size();

        Configuration second = settings();
        second.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        start(second, 1, Duration.ZERO).getJobExecutionResult().get(60, TimeUnit.SECONDS);

        assertThat(seenBefore).isLessThan(expected.size());
        assertThat(SEEN).containsExactlyInAnyOrderElementsOf(expected);
    }

    private JobClient start(Configuration settings, int parallelism, Duration pause) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        environment.setParallelism(parallelism);
        keys(environment, source(SMALL_PARTS), pause)
                .map(key -> {
                    SEEN.add(key);
                    return key;
                })
                .returns(Types.STRING)
                .uid("see")
                .sinkTo(new DiscardingSink<>())
                .uid("end");
        return environment.executeAsync("read files");
    }

    private RecordFileSource source(ReadSettings settings) {
        return RecordFileSource.of(List.of(folder.toString())).with(settings);
    }

    /** Writes files of so many posts each; tells the keys of all posts in order. */
    private List<String> writeFiles(int files, int posts, Compression compression) {
        for (int file = 0; file < files; file++) {
            String text = Lines.posts(file * posts, (file + 1) * posts);
            Path path = folder.resolve("part-" + file + ".jsonl" + compression.ending());
            Lines.write(path, Lines.packed(text, compression));
        }
        return Lines.keys(0, files * posts);
    }

    private static List<String> keysReadBy(RecordFileSource source, Duration pause) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings());
        environment.setParallelism(2);
        List<String> read = new ArrayList<>();
        try (CloseableIterator<String> results =
                keys(environment, source, pause).executeAndCollect("read files")) {
            results.forEachRemaining(read::add);
        }
        return read;
    }

    private static Configuration settings() {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        return settings;
    }

    private static DataStream<String> keys(
            StreamExecutionEnvironment environment, RecordFileSource source, Duration pause) {
        long pauseNanos = pause.toNanos();
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "files")
                .uid("files")
                .map(new FailAfterCheckpoint())
                .uid("fail")
                .process(new ReadPostsFunction(() -> {
                    LockSupport.parkNanos(pauseNanos);
                    return RecordGate.OPEN;
                }))
                .uid("read")
                .map(PostEvent::key)
                .uid("key");
    }

    /** Fails at the first batch after a checkpoint is complete, as often as it is told to. */
    private static final class FailAfterCheckpoint implements MapFunction<RawBatch, RawBatch>, CheckpointListener {
        private static final long serialVersionUID = 1L;
        private transient boolean checkpointed;
        private transient int batches;

        @Override
        public RawBatch map(RawBatch batch) {
            batches++;
            if (checkpointed && batches > 3 && FAILURES_LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("a failure that the test asked for");
            }
            return batch;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpointed = true;
        }
    }
}
