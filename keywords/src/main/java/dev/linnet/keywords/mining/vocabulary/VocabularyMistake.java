package dev.linnet.keywords.mining.vocabulary;

/**
 * A mistake in a vocabulary file.
 *
 * @param line its line, from 1
 * @param what what is wrong and what would be right
 */
public record VocabularyMistake(int line, String what) {
    /** As one line: {@code line 7: …}. */
    public String sentence() {
        return "line " + line + ": " + what;
    }
}
