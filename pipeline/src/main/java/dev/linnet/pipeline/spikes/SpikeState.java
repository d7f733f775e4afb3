package dev.linnet.pipeline.spikes;

/**
 * What a {@link SpikeDetector} remembers of one series, under 4 KiB whatever the traffic. The arrays are the detector's own and
 * change with it.
 *
 * @param row the last row taken; {@link #NONE} before the first
 * @param rows how many rows were taken
 * @param unit what a row of now weighs; older rows weigh less
 * @param mass the weighted sum of all levels
 * @param levels the levels seen
 * @param rises the rises over the level just before
 * @param recent the last rows' values
 * @param series the last levels
 * @param week the usual level of each hour of the week
 * @param weekRows rows that were seen of each hour of the week
 * @param told the latest burst that was news: its rarity, and the last row in which it was as high
 * @param episode what goes on
 * @param cut the last row of an episode: as far as here, levels count only as high as was usual
 */
public record SpikeState(
        long row,
        long rows,
        double unit,
        double mass,
        PastState levels,
        RiseState rises,
        double[] recent,
        float[] series,
        float[] week,
        short[] weekRows,
        Mark told,
        Episode episode,
        long cut) {
    /** No row. */
    public static final long NONE = Long.MIN_VALUE;

    /** How many levels are kept to be shown. */
    public static final int SERIES = 45;

    /**
     * A height and when it was reached.
     *
     * @param height how high
     * @param row the row
     */
    public record Mark(double height, long row) {
        static final Mark NEVER = new Mark(0, NONE);
    }

    /**
     * A stretch of unusual levels.
     *
     * @param start its first row; {@link #NONE} when nothing goes on
     * @param peak its highest level
     * @param usual the level that nine of ten rows did not exceed when it began
     * @param rarity the logarithm of how many rows lie between bursts as high as its highest
     * @param before the mean level just before it began where its rise is what is rare; NaN where its height is
     * @param calm for how many rows the level has been usual again
     */
    public record Episode(long start, double peak, double usual, double rarity, double before, int calm) {
        static final Episode NONE = new Episode(SpikeState.NONE, 0, 0, 0, Double.NaN, 0);

        /** Whether it is one. */
        public boolean goesOn() {
            return start != SpikeState.NONE;
        }

        /** Whether its rise is what is rare, more than its height. */
        public boolean isRise() {
            return !Double.isNaN(before);
        }

        /** What of it is rare, in words. */
        public String what() {
            return isRise() ? "a rise as steep" : "a burst as high";
        }
    }

    /** Of a series of which nothing was seen. */
    public static SpikeState fresh(SpikeScale scale) {
        return new SpikeState(
                NONE,
                0,
                1,
                0,
                PastState.fresh(LogBins.BINS),
                RiseState.fresh(),
                new double[scale.span()],
                new float[SERIES],
                new float[WeekRhythm.HOURS],
                new short[WeekRhythm.HOURS],
                Mark.NEVER,
                Episode.NONE,
                NONE);
    }
}
