package dev.linnet.keywords.mining.vocabulary;

/**
 * A difference between two states of a vocabulary.
 *
 * @param kind what happened to the keyword
 * @param text the keyword
 * @param before its weight before; 0 if it is new
 * @param after its weight after; 0 if it is gone
 */
public record VocabularyChange(Kind kind, String text, double before, double after) {
    /** What happened to a keyword. */
    public enum Kind {
        ADDED,
        GONE,
        WEIGHT,
        PRIORITY,
        VARIANTS
    }
}
