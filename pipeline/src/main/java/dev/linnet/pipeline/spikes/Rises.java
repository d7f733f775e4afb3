package dev.linnet.pipeline.spikes;

/**
 * How steeply a series rises over what it was just before. By night, or in a lull, a spike may stay below what is usual by day; what is
 * rare then is the rise.
 *
 * <p>The level before is a mean that forgets within half an hour and waits as long as the detector's lag, so that a burst is not
 * compared with its own beginning. A rise is how many times that the level is, both with one post more, and with a tenth of the
 * whole past's mean, which keeps the ratios of sparse series from exploding. It is asked how rare it is by the past rises, as levels are.
 */
final class Rises {
    static final int BINS = 80;

    /**
     * The tail that is supposed at first, γ = 1/8: the slow swings that make levels heavy-tailed are divided out of a ratio. It is
     * about the slope of a lognormal distribution of σ = 0.4 where one row in thousands lies.
     */
    private static final double PRIOR_GAMMA = 0.125;
    /** A rise has to be four times as rare as a level: most bursts that matter are high as well. */
    private static final double LESS_TELLING = Math.log10(4);

    private static final double HOUR = 3_600;
    private static final double DAY = 86_400;
    private static final double POST = 1;
    private static final double OF_MEAN = 0.1;
    /** How much of itself the level before may gain from a row of an episode, so that one that stays becomes the usual. */
    private static final double CREEP = 1.5;

    private final Past past;
    private final float[] waiting;
    private final int lag;
    private final int span;
    private final double kept;
    private final double rowSeconds;
    private double sum;
    private double weight;
    private double before;
    private double place = Double.NaN;

    /** Goes on from a state, which is its own from now on. */
    Rises(RiseState state, SpikeScale scale) {
        past = new Past(state.past(), scale.apart(), PRIOR_GAMMA);
        waiting = state.waiting();
        sum = state.sum();
        weight = state.weight();
        lag = scale.lag();
        span = scale.span();
        rowSeconds = scale.rowSeconds();
        kept = scale.kept();
    }

    /**
     * How rare the rise to a level is: the logarithm (base 10) of rows between such, less what a rise tells less. No rarer than chance
     * alone would have it at the rate just before. 0 in the first hour. In the first day, of which the rhythm is not known, as many times rarer as the day is longer
     * than what was seen: each day rises in the morning.
     *
     * @param level the level
     * @param mean the mean of all past levels
     * @param unit what a row of now weighs
     */
    double measure(double level, double mean, double unit) {
        double added = POST + OF_MEAN * mean;
        before = weight > 0 ? sum / weight : mean;
        place = Math.min(LogBins.place((level + added) / (before + added)), BINS - 1e-9);
        double rare = past.measure(place, unit);
        double heard = past.total() / unit * rowSeconds;
        if (rare == 0 || heard < HOUR) {
            return 0;
        }
        double rate = Math.max(before, (sum + added * span) / (weight + span));
        double young = Math.max(0, Math.log10(DAY / heard));
        return Math.max(0, Math.min(rare, Chance.rarity(level, rate)) - LESS_TELLING - young);
    }

    /** The mean level just before the last row. */
    double before() {
        return before;
    }

    /** Whether the last row lies no higher over what was before than nine rows of ten do. */
    boolean isUsual() {
        return place <= past.usual();
    }

    /** How many rows lie between rises, where so many lie between levels that are as telling. */
    static double rarer(double rare) {
        return rare + LESS_TELLING;
    }

    /** Takes note of the last row as part of a burst. */
    void follow(long at, double unit) {
        past.follow(at, place, unit);
    }

    /**
     * Takes the row that waited into the past, and the last one into those that wait.
     *
     * @param at the last row
     * @param waited the level of the row that waited; NaN when it is unknown
     * @param isCut whether that belongs to an episode
     * @param unit what a row of now weighs
     */
    void remember(long at, double waited, boolean isCut, double unit) {
        sum *= kept;
        weight *= kept;
        if (!Double.isNaN(waited)) {
            sum += isCut ? Math.min(waited, before * CREEP) : waited;
            weight++;
        }
        float rise = waiting[(int) Math.floorMod(at - lag, (long) waiting.length)];
        if (!Float.isNaN(rise)) {
            past.add(isCut ? Math.min(rise, past.usual()) : rise, unit);
        }
        waiting[(int) Math.floorMod(at, (long) waiting.length)] = (float) place;
    }

    /** A row of which nothing is known. */
    void miss(long row) {
        waiting[(int) Math.floorMod(row, (long) waiting.length)] = Float.NaN;
    }

    void scaleBack(double unit) {
        past.scaleBack(unit);
    }

    RiseState state() {
        return new RiseState(past.state(), waiting, sum, weight);
    }
}
