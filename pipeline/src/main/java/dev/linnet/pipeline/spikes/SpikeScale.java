package dev.linnet.pipeline.spikes;

import java.time.Duration;

/**
 * How the detector's times count in a series' rows.
 *
 * @param rowSeconds how long a row is
 * @param span rows whose sum is the level: five minutes, and at least two rows, so that a burst on their border is not halved
 * @param apart rows: what exceeds the usual again within them belongs to the same burst (three hours)
 * @param memory rows for which a told burst is no news again (six hours)
 * @param calm usual rows in a row that end an episode (five minutes)
 * @param growth how many times as much as the row before a row weighs: the past counts half after eight weeks
 * @param seen the logarithm of how many rows lie between bursts that are remembered as seen: eight hours
 * @param kept the part of what was just before that a row leaves of it: it is forgotten within half an hour
 */
public record SpikeScale(
        double rowSeconds, int span, int apart, int memory, int calm, double growth, double seen, double kept) {
    private static final double DAY = 86_400;
    private static final double JUST_BEFORE = 1_800;
    private static final double LEAST_ROWS_BETWEEN = 30;

    /** For rows of a length. */
    public static SpikeScale of(Duration row) {
        if (row.isZero() || row.isNegative()) {
            throw new IllegalArgumentException("a row lasts some time, not " + row);
        }
        double seconds = row.toNanos() / 1e9;
        return new SpikeScale(
                seconds,
                rows(5 * 60, seconds),
                rows(3 * 3_600, seconds),
                rows(6 * 3_600, seconds),
                rows(5 * 60, seconds),
                Math.pow(2, seconds / (56 * DAY)),
                Math.log10(Math.max(LEAST_ROWS_BETWEEN / 3, DAY / 3 / seconds)),
                Math.exp(-seconds / JUST_BEFORE));
    }

    private static int rows(double time, double row) {
        return Math.max(2, (int) Math.round(time / row));
    }

    /** How many rows lie between bursts that are told; at least thirty, for series of a row a day. */
    double told(Sensitivity sensitivity) {
        return Math.max(LEAST_ROWS_BETWEEN, sensitivity.days() * DAY / rowSeconds);
    }

    /**
     * How many rows a level waits before it belongs to the past: a burst that rises is not compared with its own beginning, which
     * is much of the past while that is short.
     */
    int lag() {
        return Math.min(3 * span, SpikeState.SERIES - 1);
    }

    /** Days that so many rows take. */
    double days(double rows) {
        return rows * rowSeconds / DAY;
    }
}
