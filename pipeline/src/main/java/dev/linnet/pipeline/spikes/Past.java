package dev.linnet.pipeline.spikes;

import dev.linnet.pipeline.spikes.SpikeState.Mark;

/** What was seen of one height of a series, in two histograms that forget: the heights of all rows, and the peaks of bursts. */
final class Past {
    /** A burst begins above what one row of twenty exceeds; what nine of ten don't exceed is usual. */
    private static final int BURST = 1;

    private static final int USUAL = 2;

    private final float[] heights;
    private final float[] peaks;
    private final int apart;
    private final Rarity rarity;
    private double total;
    private Mark burst;
    private int highest;

    /**
     * A past that goes on from a state, which is its own from now on.
     *
     * @param apart rows within which what is high again belongs to the same burst
     * @param gamma the tail that is supposed while there are few bursts
     */
    Past(PastState state, int apart, double gamma) {
        this.apart = apart;
        rarity = new Rarity(gamma);
        heights = state.heights();
        peaks = state.peaks();
        total = state.total();
        burst = state.burst();
        highest = state.highest();
    }

    /** How rare a place on the scale is: the logarithm (base 10) of rows between bursts as high; 0 when it is not high. */
    double measure(double place, double unit) {
        return rarity.measure(heights, total, peaks, unit, highest, place);
    }

    /** The place that nine of ten rows did not exceed when last measured. */
    double usual() {
        return rarity.threshold(USUAL);
    }

    /** The weight of all rows. */
    double total() {
        return total;
    }

    /** Takes note of a row that may belong to a burst. */
    void follow(long at, double place, double unit) {
        if (place > rarity.threshold(BURST)) {
            boolean same = burst.row() != SpikeState.NONE && at - burst.row() <= apart;
            if (!same && burst.row() != SpikeState.NONE) {
                int bin = (int) burst.height();
                peaks[bin] += (float) unit;
                highest = Math.max(highest, bin);
            }
            burst = new Mark(same ? Math.max(burst.height(), place) : place, at);
        }
    }

    /** Takes a row into the past. */
    void add(double place, double unit) {
        int bin = (int) place;
        heights[bin] += (float) unit;
        highest = Math.max(highest, bin);
        total += unit;
    }

    /** Counts weights in another unit. */
    void scaleBack(double unit) {
        for (int bin = 0; bin < heights.length; bin++) {
            heights[bin] /= (float) unit;
            peaks[bin] /= (float) unit;
        }
        total /= unit;
    }

    PastState state() {
        return new PastState(heights, peaks, total, burst, highest);
    }
}
