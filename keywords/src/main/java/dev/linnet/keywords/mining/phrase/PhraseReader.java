package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Article;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the possible keyphrases of a text: noun phrases and their parts in English, runs of words between stop words in
 * other languages. One instance serves one thread.
 */
public final class PhraseReader {
    private static final int LONGEST = 5;
    private static final Set<String> PEOPLE =
            Set.of("he", "she", "his", "her", "him", "i", "my", "you", "who", "said", "mr", "year", "years");

    private @Nullable Tagger tagger;

    /** Reads an article's title and text. */
    public Reading read(Article article) {
        return read(article, Set.of());
    }

    /**
     * Reads an article's title and text.
     *
     * @param known keys of phrases, such as the author's tags, that are found whatever the tagger makes of them
     */
    public Reading read(Article article, Set<String> known) {
        String language = article.language();
        boolean english = language.equals("en") || language.equals("und");
        if (english && tagger == null) {
            tagger = new Tagger();
        }
        String text = article.title().isBlank() ? article.text() : article.title() + "\n\n" + article.text();
        List<Tokens.Sentence> sentences = new Tokens(english ? tagger : null).of(text);
        Run run = new Run(english ? "en" : language, new WordClass(sentences), known);
        sentences.forEach(run::sentence);
        return run.reading(sentences);
    }

    /** The uses found so far, and the phrase being read. */
    private static final class Run {
        private final String language;
        private final WordClass words;
        private final Set<String> known;
        private final Set<String> stop;
        private final Set<String> general;
        private final List<Use> uses = new ArrayList<>();
        private final List<Word> meaning = new ArrayList<>();
        private final List<Token> phrase = new ArrayList<>();
        private int tokens;
        private int wordCount;
        private int names;
        private int people;

        Run(String language, WordClass words, Set<String> known) {
            this.known = known;
            this.words = words;
            this.language = language;
            this.stop = StopWords.of(language);
            this.general = StopWords.general(language);
        }

        void sentence(Tokens.Sentence sentence) {
            int firstOfSentence = uses.size();
            Token before = null;
            for (Token token : sentence.tokens()) {
                count(token, before);
                if (hasMeaning(token) && words.isModifier(token)) {
                    phrase.add(token);
                } else {
                    close();
                }
                before = token;
            }
            close();
            addKnown(sentence.tokens(), firstOfSentence);
        }

        private void count(Token token, @Nullable Token before) {
            if (token.isWord()) {
                wordCount++;
                names += before != null
                                && before.isWord()
                                && Character.isUpperCase(token.text().codePointAt(0))
                        ? 1
                        : 0;
                people += PEOPLE.contains(token.lower()) ? 1 : 0;
                if (hasMeaning(token)) {
                    meaning.add(new Word(token.lower(), tokens));
                }
            }
            tokens++;
        }

        private boolean hasMeaning(Token token) {
            return token.isWord()
                    && !stop.contains(token.lower())
                    && token.lower().length() > 1
                    && token.lower().codePoints().anyMatch(Character::isLetter);
        }

        Reading reading(List<Tokens.Sentence> sentences) {
            double all = Math.max(1, wordCount);
            return new Reading(
                    sentences.stream().map(Tokens.Sentence::text).toList(),
                    uses,
                    meaning,
                    tokens,
                    names / all,
                    people / all);
        }

        private void close() {
            while (!phrase.isEmpty() && !words.isNoun(phrase.get(phrase.size() - 1))) {
                phrase.remove(phrase.size() - 1);
            }
            for (int from = 0; from < phrase.size(); from++) {
                for (int to = from + 1; to <= Math.min(phrase.size(), from + LONGEST); to++) {
                    if (words.isNoun(phrase.get(to - 1))) {
                        add(phrase.subList(from, to), from == 0 && to == phrase.size());
                    }
                }
            }
            phrase.clear();
        }

        private void addKnown(List<Token> tokens, int firstOfSentence) {
            if (known.isEmpty()) {
                return;
            }
            Set<String> found = new HashSet<>();
            uses.subList(firstOfSentence, uses.size()).forEach(use -> found.add(use.key()));
            for (int from = 0; from < tokens.size(); from++) {
                StringBuilder text = new StringBuilder();
                for (int to = from;
                        to < Math.min(tokens.size(), from + LONGEST)
                                && tokens.get(to).isWord();
                        to++) {
                    text.append(text.isEmpty() ? "" : " ").append(tokens.get(to).lower());
                    String key = Folding.key(text.toString(), language);
                    if (known.contains(key) && !found.contains(key)) {
                        add(tokens.subList(from, to + 1), true);
                    }
                }
            }
        }

        private void add(List<Token> span, boolean whole) {
            StringBuilder surface = new StringBuilder();
            span.forEach(word -> surface.append(surface.isEmpty() ? "" : " ").append(word.lower()));
            String text = surface.charAt(0) == '#' ? surface.substring(1) : surface.toString();
            String key = Folding.key(text, language);
            if (span.size() == 1 && (general.contains(text) || general.contains(key) || text.length() < 3)) {
                return;
            }
            uses.add(new Use(key, text, span.get(0).sentence(), span.get(0).position(), whole || known.contains(key)));
        }
    }
}
