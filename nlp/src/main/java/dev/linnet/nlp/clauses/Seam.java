package dev.linnet.nlp.clauses;

/** What stands between a clause and the one before it, as far as it tells which of them decides. */
enum Seam {
    /** The end of a sentence. */
    STOP,
    /** "But" and its like: where both are about one thing, the later decides. */
    BUT,
    /** "Although" and its like: where both are about one thing, the earlier decides. */
    ALTHOUGH
}
