package dev.linnet.keywords.mining.vocabulary;

import dev.linnet.keywords.matching.KeywordMatcher;
import java.util.Optional;

/** What is wrong with a keyword that could never be found. */
final class KeywordText {
    /** Beyond any phrase that posts share, and so most likely a line break that is missing. */
    private static final int LONGEST = 200;

    private KeywordText() {}

    /** The mistake in words, or empty. */
    static Optional<String> mistake(String keyword) {
        if (keyword.length() > LONGEST) {
            String start = keyword.substring(0, 40).strip();
            return Optional.of("the keyword '" + start + "…' has " + keyword.length()
                    + " characters, which no post will hold; write one keyword a line, of " + LONGEST
                    + " characters at most");
        }
        return KeywordMatcher.canMatch(keyword)
                ? Optional.empty()
                : Optional.of("'" + keyword + "' has no letter, digit or symbol that could be looked for; take it out");
    }
}
