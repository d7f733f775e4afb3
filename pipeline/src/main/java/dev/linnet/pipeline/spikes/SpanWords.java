package dev.linnet.pipeline.spikes;

/** A span of time in words that are as rough as the estimate is. */
public final class SpanWords {
    private SpanWords() {}

    /** {@code 6 days}, {@code 3 weeks}, {@code 5 months}, {@code many years}. */
    public static String days(double days) {
        if (days < 2) {
            return count(Math.max(1, Math.round(days * 24)), "hour");
        }
        if (days < 14) {
            return count(Math.round(days), "day");
        }
        if (days < 60) {
            return count(Math.round(days / 7), "week");
        }
        if (days < 700) {
            return count(Math.round(days / 30.4), "month");
        }
        return days < 10 * 365.25 ? count(Math.round(days / 365.25), "year") : "many years";
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
