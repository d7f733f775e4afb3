package dev.linnet.review.alerts;

/** For how long a keyword can be silenced by one click. */
public enum SilenceLength {
    HOUR(1, "1 hour"),
    DAY(24, "1 day"),
    WEEK(168, "1 week");

    private final int hours;
    private final String words;

    SilenceLength(int hours, String words) {
        this.hours = hours;
        this.words = words;
    }

    /** How long. */
    public int hours() {
        return hours;
    }

    /** The same in words. */
    public String words() {
        return words;
    }
}
