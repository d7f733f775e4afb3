package dev.linnet.pipeline.spikes;

/** A logarithmic scale of levels in bins of {@value #RATIO}: from {@value #LOWEST} to some forty million. */
final class LogBins {
    static final int BINS = 160;
    static final double LOWEST = 0.5;
    static final double RATIO = 1.12;
    /** The natural logarithm of a bin's width. */
    static final double WIDTH = Math.log(RATIO);

    private static final double LOG_LOWEST = Math.log(LOWEST);

    private LogBins() {}

    /** Where a level stands on the scale: its bin, and how far into it. */
    static double place(double level) {
        double place = (Math.log(level) - LOG_LOWEST) / WIDTH;
        return Math.max(0, Math.min(BINS - 1e-9, place));
    }

    /** The level at a place. */
    static double level(double place) {
        return LOWEST * Math.exp(place * WIDTH);
    }
}
