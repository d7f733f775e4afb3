package dev.linnet.pipeline.spikes;

/**
 * What a {@link SpikeDetector} remembers of one series, under 4 KiB whatever the traffic. The arrays are the detector's own and
 * change with it.
 *
 * @param row the last row taken; {@link #NONE} before the first
 * @param rows how many rows were taken
 * @param unit what a row of now weighs; older rows weigh less
 * @param total the weight of all levels
 * @param mass the weighted sum of all levels
 * @param levels weights of past levels on a logarithmic scale
 * @param peaks weights of past bursts' peaks on the same scale
 * @param recent the last rows' values
 * @param series the last levels
 * @param week the usual level of each hour of the week
 * @param weekRows rows that were seen of each hour of the week
 * @param burst the latest burst: its peak, and the last row in it
 * @param told the latest burst that was news: its rarity, and the last row in which it was as high
 * @param episode what goes on
 * @param cut the last row of an episode: as far as here, levels count only as high as was usual
 */
public record SpikeState(
        long row,
        long rows,
        double unit,
        double total,
        double mass,
        float[] levels,
        float[] peaks,
        double[] recent,
        float[] series,
        float[] week,
        short[] weekRows,
        Mark burst,
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
     * @param calm for how many rows the level has been usual again
     */
    public record Episode(long start, double peak, double usual, double rarity, int calm) {
        static final Episode NONE = new Episode(SpikeState.NONE, 0, 0, 0, 0);

        /** Whether it is one. */
        public boolean goesOn() {
            return start != SpikeState.NONE;
        }
    }

    /** Of a series of which nothing was seen. */
    public static SpikeState fresh(SpikeScale scale) {
        return new SpikeState(
                NONE,
                0,
                1,
                0,
                0,
                new float[LogBins.BINS],
                new float[LogBins.BINS],
                new double[scale.span()],
                new float[SERIES],
                new float[WeekRhythm.HOURS],
                new short[WeekRhythm.HOURS],
                Mark.NEVER,
                Mark.NEVER,
                Episode.NONE,
                NONE);
    }
}
