package dev.linnet.sinks.points;

/** Counts what became of points. */
interface Tally {
    void written(int points);

    void deleted(int orders);

    void rejected(RejectedPoint point);

    void retried();
}
