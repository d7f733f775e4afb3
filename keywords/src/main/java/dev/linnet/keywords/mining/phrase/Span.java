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
    /** The words of a sentence from a place up to another, which is not of it. */
    static Span of(List<Token> sentence, int from, int to, boolean whole, boolean trimmed) {
        Token before = from == 0 ? null : sentence.get(from - 1);
        Token after = to == sentence.size() ? null : sentence.get(to);
        return new Span(sentence.subList(from, to), before, after, whole, trimmed);
    }

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
