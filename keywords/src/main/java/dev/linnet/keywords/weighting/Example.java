package dev.linnet.keywords.weighting;

/** A decision while it is learnt from: its features by their slots, and what it has given to the weights so far. */
final class Example {
    /** Its place in the row of decisions that teach something. */
    final long number;

    final boolean approved;

    /** Slots of all its features. */
    final int[] slots;

    final double[] values;

    /** How many of the slots, the first ones, it teaches. */
    final int taught;

    /** How likely the model held an approval just before it learnt of this one. */
    double predicted;

    /** What is left of its importance after changes of interest, 0 to 1. */
    double standing = 1;

    /** What it gives: each taught weight holds prior variance · value · pull of it. */
    double pull;

    /** Its part in the weights' precision: importance · p(1 − p). */
    double curvature;

    Example(long number, boolean approved, int[] slots, double[] values, int taught) {
        this.number = number;
        this.approved = approved;
        this.slots = slots;
        this.values = values;
        this.taught = taught;
    }
}
