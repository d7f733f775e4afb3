package dev.linnet.pipeline.spikes;

/** How rare a burst must be to be told: how many days pass, by the series' own past, between bursts as high. */
public enum Sensitivity {
    /** Once in three weeks. */
    STRICT(21),
    /** Once in six days. */
    BALANCED(6),
    /** Once in two days. */
    EAGER(2);

    private final double days;

    Sensitivity(double days) {
        this.days = days;
    }

    /** Days between bursts as high. */
    public double days() {
        return days;
    }
}
