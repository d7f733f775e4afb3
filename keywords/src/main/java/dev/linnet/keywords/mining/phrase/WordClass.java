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
    private static final Set<String> OPENERS = Set.of("DET", "PRON", "ADP", "NUM");
    private static final Set<String> INSIDE = Set.of("NOUN", "PROPN", "ADJ");

    private final Set<String> verbs = StopWords.verbs();
    private final Map<String, Evidence> evidence = new HashMap<>();
    private final boolean trustsArticles;

    private WordClass(List<Tokens.Sentence> sentences, boolean trustsArticles) {
        this.trustsArticles = trustsArticles;
        sentences.forEach(sentence -> learn(sentence.tokens()));
    }

    /** For the candidates that the trees rank: as the trees were trained. */
    static WordClass forCandidates(List<Tokens.Sentence> sentences) {
        return new WordClass(sentences, false);
    }

    /** For an author's topics: a verb's base form behind an article is a noun, as in {@code the swing bridge}. */
    static WordClass forTopics(List<Tokens.Sentence> sentences) {
        return new WordClass(sentences, true);
    }

    private void learn(List<Token> tokens) {
        boolean opened = false;
        boolean inside = false;
        boolean article = false;
        for (Token token : tokens) {
            Evidence word = evidence.computeIfAbsent(Folding.singular(token.lower()), key -> new Evidence());
            boolean onlyVerb = token.lower().endsWith("ed") || verbs.contains(token.lower());
            if (token.tag().equals("NOUN") || token.tag().equals("PROPN")) {
                word.noun++;
            } else if (token.tag().equals("VERB") && trustsArticles && article && !onlyVerb) {
                word.noun++;
            } else if (token.tag().equals("VERB")) {
                word.verb++;
                // "a contact microphone": what follows an article and a noun, again and again, is a noun as well.
                word.insideNounPhrase += inside && !onlyVerb ? 1 : 0;
            }
            article = token.tag().equals("DET");
            inside = INSIDE.contains(token.tag()) && (opened || inside);
            opened = OPENERS.contains(token.tag()) || opened && token.tag().equals("ADJ");
        }
    }

    /** Whether the word may end a noun phrase. */
    boolean isNoun(Token token) {
        return NOUNS.contains(token.tag()) || token.tag().equals("VERB") && nounElsewhere(token);
    }

    /** Whether the word may stand before the last one of a noun phrase. */
    boolean isModifier(Token token) {
        return isNoun(token)
                || token.tag().equals("ADJ")
                || token.tag().equals("VERB") && token.lower().endsWith("ed");
    }

    /** Whether the text uses the word as a noun more often than as a verb. */
    boolean isMostlyNoun(Token token) {
        Evidence word = evidence.getOrDefault(Folding.singular(token.lower()), new Evidence());
        return word.noun + word.insideNounPhrase > 0 && word.noun + word.insideNounPhrase >= word.verb;
    }

    private boolean nounElsewhere(Token token) {
        Evidence word = evidence.getOrDefault(Folding.singular(token.lower()), new Evidence());
        return token.lower().endsWith("ing") && token.lower().length() > 5
                || word.noun >= word.verb
                || word.insideNounPhrase > 1 && word.noun + word.insideNounPhrase >= word.verb / 2;
    }

    /** How a text uses a word. */
    private static final class Evidence {
        private int noun;
        private int verb;
        private int insideNounPhrase;
    }
}
