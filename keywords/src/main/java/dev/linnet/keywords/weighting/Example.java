package dev.linnet.keywords.weighting;

/** A decision while it is learnt from: its features by their slots, and what it has given to the weights so far. */
final class Example {
    /** The weights of all decisions up to it, with its own. */
    final double age;

    /** How much it counts when it is new. */
    final double weight;

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

    Example(double age, Decision decision, int[] slots, double[] values, int taught) {
        this.age = age;
        this.weight = decision.weight();
        this.approved = decision.approved();
        this.slots = slots;
        this.values = values;
        this.taught = taught;
    }
}
