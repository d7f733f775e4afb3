package dev.linnet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The suggestions and what people decide of them. Thread-safe; every method is one transaction. */
public interface SuggestionQueue {
    /**
     * Puts suggestions in the queue. One that is there already keeps its state and gets the new relevance, explanation and
     * reach while it is open; one that was decided, or whose post was deleted, stays as it is.
     */
    void offer(List<Suggestion> suggestions);

    /** Takes suggestions out of the queue that are still open; unlike deleted ones, they may be offered again. */
    void withdraw(List<String> ids);

    /** Takes posts out of the queue for ever, whether they came before or come after: text, author and features go. */
    void delete(List<String> ids, Instant at);

    /**
     * {@link #delete} for those of the posts that the database holds anything of: a suggestion, a place in an alert, a kept
     * record, or the features of a decision. The others leave no trace, not even a note that they were deleted: a stream's
     * deletions are mostly of posts that were never here, and the job remembers them by itself.
     *
     * @return how many were held
     */
    int deleteKnown(List<String> ids, Instant at);

    /**
     * Open suggestions that are to be offered, best first: none of a conversation of which one was approved or rejected, nor with
     * a link in common with such a one.
     */
    List<QueuedSuggestion> open(int limit);

    /** Open suggestions that {@link #open} leaves out, best first. They come back when the decision is taken back. */
    List<QueuedSuggestion> settled(int limit);

    /** How many suggestions are to be offered. */
    long countOpen();

    /** Decided suggestions, newest decision first. */
    List<QueuedSuggestion> decided(int limit);

    /** One suggestion, unless it is unknown or deleted. */
    Optional<QueuedSuggestion> find(String id);

    /**
     * Approves a suggestion, and writes the act to the journal with the features it had, in one transaction.
     *
     * @return the journal entry, or empty when it was decided already (a double click, two reviewers at once) or is not there
     */
    Optional<JournalEntry> approve(String id, String who, Instant at);

    /** Rejects a suggestion, as {@link #approve}; the reason is one of the console's, or free text. */
    Optional<JournalEntry> reject(String id, String who, String why, Instant at);

    /**
     * Lets the open suggestions expire that came in the queue before a moment, each as an act of the journal by
     * {@code linnet/expiry}. One while which nobody decided anything, or that was not offered ({@link #settled}), carries no
     * features, and so teaches nothing. None returns.
     *
     * @return how many expired
     */
    int expire(Instant queuedBefore, Instant at);

    /**
     * Writes the figures of what was shared to the journal, unless its last ones are the same.
     *
     * @param figures {@code reposts}, {@code likes}, {@code clicks}: those that are known, 0 or more
     */
    OutcomeAnswer outcome(String id, Map<String, Double> figures, String who, Instant at);

    /** What became of figures. */
    enum OutcomeAnswer {
        /** They are in the journal. */
        NOTED,
        /** They were told before. */
        KNOWN,
        /** There is no approved suggestion of that id. */
        NOT_APPROVED
    }

    /** Takes a decision back: the suggestion is open again. Empty when there is no decision to take back. */
    Optional<JournalEntry> undo(String id, String who, Instant at);
}
