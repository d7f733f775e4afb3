package dev.linnet.keywords.mining.phrase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a possible keyphrase, and what stands around it.
 *
 * @param tokens its words
 * @param before the token before it in its sentence, if there is one
 * @param after the token after it in its sentence, if there is one
 * @param whole whether it is a whole noun phrase, not a part of one
 * @param trimmed whether it is one, leaving aside words before it that only praise, measure or tell of an act
 */
record Span(
        List<Token> tokens,
        @Nullable Token before,
        @Nullable Token after,
        boolean whole,
        boolean trimmed) {
    Token first() {
        return tokens.get(0);
    }

    Token last() {
        return tokens.get(tokens.size() - 1);
    }

    /** As written, lower case, words separated by one space. */
    String surface() {
        StringBuilder surface = new StringBuilder();
        for (Token word : tokens) {
            surface.append(surface.isEmpty() ? "" : " ").append(word.plain());
        }
        return surface.toString();
    }
}
