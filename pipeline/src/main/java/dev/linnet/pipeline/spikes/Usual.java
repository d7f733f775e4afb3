package dev.linnet.pipeline.spikes;

import java.util.Locale;

/**
 * What would be usual.
 *
 * @param level the mean level
 * @param when {@code Tuesday 9 pm}, {@code 9 pm} or {@code the half-hour before}; empty as long as the past is too short to part hours
 */
public record Usual(double level, String when) {
    private static final String BEFORE = "the half-hour before";

    /** A rise over nearly nothing is told as one over so much. */
    private static final double LEAST = 0.5;

    static Usual before(double level) {
        return new Usual(level, BEFORE);
    }

    /** How many times the usual a level is, in words: {@code 4.1 × a usual Tuesday 9 pm UTC}. */
    public String compare(double level, String zone) {
        double ratio = ratio(level);
        String than = when.isEmpty()
                ? "the usual"
                : when.equals(BEFORE) ? when : "a usual " + when + (zone.isEmpty() ? "" : " " + zone);
        return String.format(Locale.ROOT, ratio < 100 ? "%.1f × %s" : "%,.0f × %s", ratio, than);
    }

    /** How many times the usual a level is. */
    public double ratio(double level) {
        return level / Math.max(this.level, LEAST);
    }
}
