package dev.linnet.pipeline.alerts;

/** What of a keyword's posts is watched for something unusual. */
public enum Watched {
    /** Spikes of the sum of their relevance. */
    RELEVANCE,
    /** Spikes of their number, however relevant they are. */
    COUNTS,
    /** Turns of their mood. */
    MOOD
}
