package dev.linnet.keywords.mining.phrase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what part a word may take in a noun phrase. Mends what a small tagger gets wrong: a word that carries a topic is
 * no pronoun or preposition whatever its tag, and one that the text mostly uses as a noun is a noun throughout.
 */
final class WordClass {
    private static final Set<String> NOUNS = Set.of("NOUN", "PROPN", "X", "PRON", "DET", "ADP", "INTJ", "SYM", "PART");
    private final Map<String, int[]> nounAndVerb = new HashMap<>();

    WordClass(List<Tokens.Sentence> sentences) {
        for (Tokens.Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                int[] counts = nounAndVerb.computeIfAbsent(Folding.singular(token.lower()), word -> new int[2]);
                if (token.tag().equals("NOUN") || token.tag().equals("PROPN")) {
                    counts[0]++;
                } else if (token.tag().equals("VERB")) {
                    counts[1]++;
                }
            }
        }
    }

    /** Whether the word may end a noun phrase. */
    boolean isNoun(Token token) {
        return NOUNS.contains(token.tag()) || token.tag().equals("VERB") && nounElsewhere(token);
    }

    /** Whether the word may stand before the last one of a noun phrase. */
    boolean isModifier(Token token) {
        return isNoun(token) || token.tag().equals("ADJ");
    }

    private boolean nounElsewhere(Token token) {
        int[] counts = nounAndVerb.getOrDefault(Folding.singular(token.lower()), new int[2]);
        return token.lower().endsWith("ing") && token.lower().length() > 5 || counts[0] >= counts[1];
    }
}
