package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.testkit.InfluxRow;
import dev.linnet.testkit.InfluxServer;
import dev.linnet.testkit.LoopbackCluster;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfluxSinkITCase {
    private static final Queue<RejectedPoint> REJECTED = new ConcurrentLinkedQueue<>();
    private static final AtomicBoolean CRASHED = new AtomicBoolean();
    private static final AtomicLong READ = new AtomicLong();
    private static final AtomicLong CHECKPOINTS = new AtomicLong();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(1, 2);

    private final InfluxServer server = InfluxServer.start();

    @BeforeEach
    void forget() {
        REJECTED.clear();
        CRASHED.set(false);
        READ.set(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyPointIsThereOnceAndTheDatabaseIsMade() throws Exception {
        run(Points::numbered, 20_000, 0, sink()).get();
        assertThat(stored()).isEqualTo(20_000);
        assertThat(exactly(20_000)).isTrue();
    }

    @Test
    void aServerThatIsKilledInTheMiddleLosesAndDoublesNothing() throws Exception {
        JobClient job = start(Points::numbered, 12_000, 3_000, sink());
        awaitStored(2_000);
        server.kill();
        long checkpoints = CHECKPOINTS.get();
        Awaitility.await().until(() -> CHECKPOINTS.get() > checkpoints + 2);
        server.restart();
        job.getJobExecutionResult().get(60, TimeUnit.SECONDS);

        assertThat(exactly(12_000)).isTrue();
        assertThat(REJECTED).isEmpty();
    }

    @Test
    void aJobThatFailsWhileTheServerIsAwayRestartsWithThePointsInItsCheckpoint() throws Exception {
        JobClient job = start(
                i -> {
                    if (i == 9_000 && CRASHED.compareAndSet(false, true)) {
                        throw new IllegalStateException("crash on purpose");
                    }
                    return Points.numbered(i);
                },
                12_000,
                3_000,
                sink());
        awaitStored(2_000);
        server.kill();
        Awaitility.await().untilTrue(CRASHED);
        server.restart();
        job.getJobExecutionResult().get(60, TimeUnit.SECONDS);

        assertThat(exactly(12_000)).isTrue();
    }

    @Test
    void aFrozenServerIsTriedAgainAfterTheTimeOut() throws Exception {
        JobClient job = start(Points::numbered, 6_000, 3_000, sink());
        awaitStored(1_000);
        server.freeze();
        Awaitility.await().until(() -> READ.get() > 4_000);
        server.thaw();
        job.getJobExecutionResult().get(60, TimeUnit.SECONDS);

        assertThat(exactly(6_000)).isTrue();
    }

    @Test
    void aServerThatIsNotThereAtTheStartIsWaitedFor() throws Exception {
        server.kill();
        JobClient job = start(Points::numbered, 1_000, 0, sink());
        Awaitility.await().until(() -> READ.get() >= 1_000);
        assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
        server.restart();
        job.getJobExecutionResult().get(60, TimeUnit.SECONDS);
        assertThat(exactly(1_000)).isTrue();
    }

    @Test
    void badPointsAreRejectedOnceEachAndTheOthersLand() throws Exception {
        server.createDatabase("d");
        server.write("d", "m i=0i " + Points.numbered(0).time());
        run(
                        i -> switch ((int) (i % 1_000)) {
                            case 500 ->
                                Points.withNumber(
                                        "m", Double.NaN, Points.numbered(i).time());
                            case 501 ->
                                new Point(
                                        "m",
                                        Map.of(),
                                        Map.of("i", 1.5),
                                        Map.of(),
                                        Map.of(),
                                        Map.of(),
                                        Points.numbered(i).time(),
                                        false);
                            default -> Points.numbered(i);
                        },
                        5_000,
                        0,
                        sink())
                .get();

        assertThat(stored()).isEqualTo(4_990);
        assertThat(REJECTED).extracting(RejectedPoint::reason).containsOnly("no-fields", "type-conflict");
        assertThat(REJECTED)
                .filteredOn(point -> point.reason().equals("type-conflict"))
                .extracting(RejectedPoint::line)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(REJECTED).hasSize(10);
    }

    @Test
    void aDeletionTakesAwayWhatWasWrittenBeforeIt() throws Exception {
        // Of each ten, nine points, and then the order to delete the first of them.
        run(i -> i % 10 == 9 ? Point.delete("m", Points.numbered(i - 9).time()) : Points.numbered(i), 3_000, 0, sink())
                .get();

        assertThat(server.query("d", "SELECT i FROM m"))
                .extracting(row -> row.count("i"))
                .hasSize(2_400)
                .noneMatch(i -> i % 10 == 0 || i % 10 == 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing/here", "/debug/vars"})
    void anAddressThatIsNoTimeSeriesServerFailsTheJobAndNamesIt(String path) {
        InfluxSink wrong =
                builder(PointSettings.influxDb(server.url() + path, "d")).build();
        assertThatThrownBy(() -> run(Points::numbered, 10, 0, wrong).get())
                .rootCause()
                .hasMessageContaining("Check the address");
    }

    private InfluxSink sink() {
        return builder(PointSettings.influxDb(server.url(), "d").withRetention("all", Duration.ZERO))
                .build();
    }

    private static InfluxSinkBuilder builder(PointSettings settings) {
        return InfluxSink.builder()
                .settings(settings)
                .batchPoints(500)
                .requestTimeout(Duration.ofSeconds(1))
                .longestBackoff(Duration.ofSeconds(1))
                .onReject(point -> REJECTED.add(point));
    }

    private static CompletableFuture<?> run(
            GeneratorFunction<Long, Point> points, long count, double rate, InfluxSink sink) throws Exception {
        return start(points, count, rate, sink).getJobExecutionResult();
    }

    private static JobClient start(GeneratorFunction<Long, Point> points, long count, double rate, InfluxSink sink)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        environment.enableCheckpointing(100);
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                points,
                                count,
                                rate == 0 ? RateLimiterStrategy.noOp() : RateLimiterStrategy.perSecond(rate),
                                TypeInformation.of(Point.class)),
                        WatermarkStrategy.noWatermarks(),
                        "points")
                .map(new Progress())
                .sinkTo(sink);
        return environment.executeAsync();
    }

    private void awaitStored(long atLeast) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> stored() >= atLeast);
    }

    private long stored() {
        try {
            List<InfluxRow> rows = server.query("d", "SELECT count(i) FROM m");
            return rows.isEmpty() ? 0 : rows.get(0).count("count");
        } catch (IllegalStateException databaseNotMadeYet) {
            return 0;
        }
    }

    /** Whether every numbered point up to the count is there, exactly as it was, and no other. */
    private boolean exactly(long count) {
        List<InfluxRow> rows = server.query("d", "SELECT i, f, s, b, k FROM m");
        return rows.stream()
                .map(InfluxSinkITCase::point)
                .toList()
                .equals(LongStream.range(0, count).mapToObj(Points::numbered).toList());
    }

    private static Point point(InfluxRow row) {
        return new Point(
                "m",
                Map.of("k", row.text("k")),
                Map.of("f", row.number("f")),
                Map.of("i", row.count("i")),
                Map.of("s", row.text("s")),
                Map.of("b", (Boolean) row.values().get("b")),
                row.count("time"),
                false);
    }

    /** Tells the test how far the job is. */
    private static final class Progress implements MapFunction<Point, Point>, CheckpointListener {
        private static final long serialVersionUID = 1;

        @Override
        public Point map(Point point) {
            READ.incrementAndGet();
            return point;
        }

        @Override
        public void notifyCheckpointComplete(long id) {
            CHECKPOINTS.incrementAndGet();
        }
    }
}
