package dev.linnet.bench.spikes;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * How many minutes of keywords the spike detector takes in a second of one thread's processor time, median of so many rounds: one
 * keyword at a time, and many in turn, each from its state as the job does it. The counts are invented: bursty, with busy days and
 * quiet nights.
 *
 * <p>Arguments: rounds (default 5), keywords (default 50,000).
 */
public final class SpikeBenchmark {
    private static final SpikeScale MINUTES = SpikeScale.of(Duration.ofMinutes(1));
    private static final int WEEK = 7 * 24 * 60;
    private static final int TURNS = 60;

    private SpikeBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int keywords = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
        double[] counts = counts();
        System.out.printf(
                Locale.ROOT, "%d cores, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        print("one keyword, 20 weeks", rounds, 20L * WEEK, () -> one(counts));
        SpikeState[] states = new SpikeState[keywords];
        Arrays.setAll(states, keyword -> SpikeState.fresh(MINUTES));
        long[] hour = {0};
        print(keywords + " keywords in turn", rounds, (long) keywords * TURNS, () -> many(counts, states, hour[0]++));
    }

    private static void print(String what, int rounds, long rows, Runnable work) {
        work.run(); // the first is for the compiler
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            seconds[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT, "%-26s %,12.0f windows a second%n", what, rows / Math.max(1e-9, seconds[rounds / 2]));
    }

    private static void one(double[] counts) {
        SpikeDetector detector = new SpikeDetector(MINUTES, Sensitivity.BALANCED, SpikeState.fresh(MINUTES));
        for (int row = 0; row < 20 * WEEK; row++) {
            detector.next(row, counts[row % WEEK]);
        }
    }

    private static void many(double[] counts, SpikeState[] states, long hour) {
        for (int turn = 0; turn < TURNS; turn++) {
            long row = hour * TURNS + turn;
            for (int keyword = 0; keyword < states.length; keyword++) {
                SpikeDetector detector = new SpikeDetector(MINUTES, Sensitivity.BALANCED, states[keyword]);
                detector.next(row, counts[(int) ((row + keyword * 31L) % WEEK)]);
                states[keyword] = detector.state();
            }
        }
    }

    private static double[] counts() {
        Random random = new Random(1);
        double[] counts = new double[WEEK];
        for (int row = 0; row < WEEK; row++) {
            double rate = (row % 1_440 > 480 ? 6 : 1) * Math.exp(random.nextGaussian() * 0.6);
            counts[row] = Math.floor(rate * -Math.log(1 - random.nextDouble()));
        }
        return counts;
    }
}
