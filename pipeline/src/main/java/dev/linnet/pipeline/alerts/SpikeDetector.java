package dev.linnet.pipeline.alerts;

import java.util.Arrays;

/**
 * Tells when a keyword's level is far above its own past.
 *
 * <p>The level is the sum of the last {@value #SPAN} minutes. Counts on social streams follow no normal distribution, so the
 * level is compared by its rank among the keyword's own earlier levels: an exponentially forgetting histogram over a
 * logarithmic scale. An episode opens when hardly any earlier level was as high and the level stands clear of the usual range;
 * it closes after {@value #CALM} usual minutes. Causal: a step looks at the past alone. Levels within an episode do not enter
 * the history above its threshold, so that a long spike does not become the norm while it lasts.
 */
final class SpikeDetector {
    static final int SPAN = 5;
    static final int BINS = 64;
    static final int SERIES = 45;
    static final int CALM = 5;
    /** Minutes of history before the first alert. */
    static final int WARM_UP = 30;
    /** A gap longer than this is no quiet time but an absence: what came before says little. */
    static final int LONGEST_GAP = 24 * 60;

    /** Weight that a minute of history keeps after another: half after a day. */
    private static final double KEEP = Math.pow(0.5, 1.0 / (24 * 60));

    private static final double LOWEST = 0.05;
    private static final double RATIO = 1.25;
    private static final double RARE = 0.005;
    private static final double CLEAR = 3.0;
    private static final double LEAST_LEVEL = 2.0;

    private SpikeDetector() {}

    /**
     * What a step found.
     *
     * @param state what to remember
     * @param level the sum of the last minutes
     * @param usual the upper end of the usual range: 90 % of earlier levels are no higher
     * @param score how rare the level is among the earlier ones, 0 to 1
     * @param opened whether an episode began
     * @param closed whether the episode ended
     */
    record Step(SpikeState state, double level, double usual, double score, boolean opened, boolean closed) {}

    /** Takes a minute's value in; minutes between count as quiet. */
    static Step step(SpikeState state, long minute, double value) {
        SpikeState at = state;
        if (at.minute() >= 0 && minute - at.minute() > LONGEST_GAP) {
            at = SpikeState.fresh();
        }
        boolean closed = false;
        while (at.minute() >= 0 && at.minute() + 1 < minute) {
            Step quiet = one(at, at.minute() + 1, 0);
            closed |= quiet.closed();
            at = quiet.state();
        }
        Step step = one(at, minute, value);
        return new Step(step.state(), step.level(), step.usual(), step.score(), step.opened(), closed || step.closed());
    }

    private static Step one(SpikeState state, long minute, double value) {
        double[] recent = Arrays.copyOf(state.recent(), SPAN);
        System.arraycopy(recent, 1, recent, 0, SPAN - 1);
        recent[SPAN - 1] = value;
        double level = Arrays.stream(recent).sum();
        double usual = quantile(state.histogram(), 0.9);
        double tail = tail(state.histogram(), level);
        boolean warm = state.seen() >= WARM_UP;
        boolean high = warm && tail <= RARE && level >= CLEAR * usual && level >= LEAST_LEVEL;
        boolean opened = high && !state.inEpisode();
        int calm = state.inEpisode() && level <= Math.max(usual, LEAST_LEVEL) ? state.calm() + 1 : 0;
        boolean closed = state.inEpisode() && calm >= CALM;
        boolean inEpisode = opened || (state.inEpisode() && !closed);
        double[] histogram = remember(state.histogram(), inEpisode ? Math.min(level, CLEAR * usual) : level);
        SpikeState next = new SpikeState(
                minute,
                state.seen() + 1,
                histogram,
                recent,
                append(state.series(), level),
                closed ? -1 : opened ? minute : state.episode(),
                opened ? usual : state.usual(),
                inEpisode ? Math.max(opened ? 0 : state.peak(), level) : 0,
                closed ? 0 : calm);
        return new Step(next, level, usual, warm ? 1 - tail : 0, opened, closed);
    }

    private static double[] remember(double[] histogram, double level) {
        double[] next = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            next[i] = histogram[i] * KEEP;
        }
        next[bin(level)]++;
        return next;
    }

    private static double[] append(double[] series, double level) {
        int keep = Math.min(series.length, SERIES - 1);
        double[] next = Arrays.copyOfRange(series, series.length - keep, series.length + 1);
        next[keep] = level;
        return next;
    }

    /** The share of earlier levels that were as high; one more is counted as high, so that it is never zero. */
    private static double tail(double[] histogram, double level) {
        double all = 0;
        double above = 0;
        for (int i = 0; i < BINS; i++) {
            all += histogram[i];
            if (i >= bin(level)) {
                above += histogram[i];
            }
        }
        return all == 0 ? 1 : above / all;
    }

    private static double quantile(double[] histogram, double share) {
        double all = Arrays.stream(histogram).sum();
        double sum = 0;
        for (int i = 0; i < BINS; i++) {
            sum += histogram[i];
            if (sum >= share * all && all > 0) {
                return i == 0 ? 0 : LOWEST * Math.pow(RATIO, i);
            }
        }
        return 0;
    }

    private static int bin(double level) {
        if (level < LOWEST) {
            return 0;
        }
        return Math.min(BINS - 1, 1 + (int) (Math.log(level / LOWEST) / Math.log(RATIO)));
    }
}
