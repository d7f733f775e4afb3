package dev.linnet.keywords.mining.phrase;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through the sentences of one text and finds its words, its noun phrases and their parts. */
final class SpanReader {
    static final int LONGEST = 6;

    private final WordClass words;
    private final Taker taker;
    private final Set<String> stop;
    private final Set<String> slight = StopWords.slight();

    SpanReader(String language, WordClass words, Taker taker) {
        this.words = words;
        this.taker = taker;
        this.stop = StopWords.of(language);
    }

    void sentence(Tokens.Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int begin = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            taker.token(token, i == 0 ? null : tokens.get(i - 1));
            boolean meaning = hasMeaning(token);
            if (meaning) {
                taker.word(tokens, i);
            }
            if (!meaning || !words.isModifier(token)) {
                phrase(tokens, begin, i);
                begin = i + 1;
            }
        }
        phrase(tokens, begin, tokens.size());
        taker.end(tokens);
    }

    private boolean hasMeaning(Token token) {
        return token.isWord()
                && !stop.contains(token.lower())
                && token.lower().length() > 1
                && token.lower().codePoints().anyMatch(Character::isLetter);
    }

    /** A run of words that may be a noun phrase, up to its last noun, and all parts of it that end in a noun. */
    private void phrase(List<Token> tokens, int begin, int afterLast) {
        int end = afterLast;
        while (end > begin && !words.isNoun(tokens.get(end - 1))) {
            end--;
        }
        if (end > begin) {
            taker.run(end - begin);
        }
        int firstOfSubject = begin;
        while (firstOfSubject < end - 1 && isLead(tokens.get(firstOfSubject))) {
            firstOfSubject++;
        }
        for (int from = begin; from < end; from++) {
            for (int to = from + 1; to <= Math.min(end, from + LONGEST); to++) {
                if (words.isNoun(tokens.get(to - 1))) {
                    boolean whole = from == begin && to == end;
                    boolean trimmed = from <= firstOfSubject && to == end && !isLead(tokens.get(from));
                    taker.phrase(Span.of(tokens, from, to, whole, trimmed));
                }
            }
        }
    }

    /** Whether a word at the head of a phrase only praises, measures or tells of an act. */
    private boolean isLead(Token token) {
        return slight.contains(token.lower()) || token.tag().equals("VERB");
    }

    /** What is told of a text, in its order. */
    interface Taker {
        /** A word or punctuation mark, and the one before it in its sentence. */
        default void token(Token token, @Nullable Token before) {}

        /** A word that carries meaning, at its place in its sentence. */
        default void word(List<Token> sentence, int at) {}

        /** The length of a whole noun phrase, in words. */
        default void run(int length) {}

        /** A noun phrase or a part of one. */
        void phrase(Span span);

        /** All phrases of this sentence were told. */
        default void end(List<Token> sentence) {}
    }
}
