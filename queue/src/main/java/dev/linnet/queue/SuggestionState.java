package dev.linnet.queue;

/** Where a suggestion stands. */
public enum SuggestionState {
    /** Waits for a decision. */
    OPEN,
    /** The author wants to share it. */
    APPROVED,
    /** The author does not; it never returns. */
    REJECTED,
    /** It waited too long for a decision; it does not return either. */
    EXPIRED
}
