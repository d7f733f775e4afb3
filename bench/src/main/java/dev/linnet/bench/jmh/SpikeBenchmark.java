package dev.linnet.bench.jmh;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Minutes of keywords that the spike detector takes a second: one keyword at a time, and 50,000 in turn, each from its state
 * as the job does it. The counts are invented: bursty, with busy days and quiet nights.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@SuppressWarnings("NullAway.Init")
public class SpikeBenchmark {
    private static final SpikeScale MINUTES = SpikeScale.of(Duration.ofMinutes(1));
    private static final int WEEK = 7 * 24 * 60;
    private static final int KEYWORDS = 50_000;

    private double[] counts;
    private SpikeDetector one;
    private SpikeState[] states;
    private long row;

    /** Invents a week of counts. */
    @Setup
    public void invent() {
        Random random = new Random(1);
        counts = new double[WEEK];
        for (int minute = 0; minute < WEEK; minute++) {
            double rate = (minute % 1_440 > 480 ? 6 : 1) * Math.exp(random.nextGaussian() * 0.6);
            counts[minute] = Math.floor(rate * -Math.log(1 - random.nextDouble()));
        }
        one = new SpikeDetector(MINUTES, Sensitivity.BALANCED, SpikeState.fresh(MINUTES));
        states = new SpikeState[KEYWORDS];
        Arrays.setAll(states, keyword -> SpikeState.fresh(MINUTES));
    }

    /** A week of one keyword. */
    @Benchmark
    @OperationsPerInvocation(WEEK)
    public void oneKeyword(Blackhole hole) {
        for (int i = 0; i < WEEK; i++) {
            hole.consume(one.next(row, counts[(int) (row++ % WEEK)]));
        }
    }

    /** A minute of each of 50,000 keywords. */
    @Benchmark
    @OperationsPerInvocation(KEYWORDS)
    public void manyKeywords(Blackhole hole) {
        for (int keyword = 0; keyword < KEYWORDS; keyword++) {
            SpikeDetector detector = new SpikeDetector(MINUTES, Sensitivity.BALANCED, states[keyword]);
            hole.consume(detector.next(row, counts[(int) ((row + keyword * 31L) % WEEK)]));
            states[keyword] = detector.state();
        }
        row++;
    }
}
