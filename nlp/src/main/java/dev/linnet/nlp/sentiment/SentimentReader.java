package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.UnreadablePostException;

/** Tells the mood of a clean text. */
public interface SentimentReader {
    /** The mood of a clean text, or {@link Sentiment#UNKNOWN} when the text has no word that could carry one.
     *
     * @throws UnreadablePostException when the text took longer than its budget, or the reading broke on it
     */
    Sentiment read(String cleanText) throws UnreadablePostException;

    /** Ends threads of its own, where it has any. */
    default void close() {}
}
