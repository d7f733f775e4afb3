package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects every occurrence of a phrase of one text that may be an author's topic. */
final class UseReader implements SpanReader.Taker {
    private static final int LONGEST = SpanReader.LONGEST;
    private static final Pattern ADDRESS = Pattern.compile("www\\..*|.*\\.(?:com|org|net|edu|gov|co|de|uk)");

    private final String language;
    private final WordClass words;
    private final Set<String> known;
    private final Set<String> general;
    private final Set<String> discourse;
    private final List<Use> uses = new ArrayList<>();
    private int firstOfSentence;

    UseReader(String language, WordClass words, Set<String> known) {
        this.language = language;
        this.words = words;
        this.known = known;
        this.general = StopWords.general(language);
        this.discourse = language.equals("en") ? StopWords.discourse() : Set.of();
    }

    @Override
    public void phrase(Span span) {
        add(span);
    }

    @Override
    public void end(List<Token> sentence) {
        if (!known.isEmpty()) {
            addKnown(sentence);
        }
        firstOfSentence = uses.size();
    }

    private void add(Span span) {
        String text = span.surface();
        String key = Folding.key(text, language);
        if (span.tokens().size() == 1 && !known.contains(key) && isNoTopic(span.first(), text, key)) {
            return;
        }
        Token first = span.first();
        uses.add(new Use(key, text, first.sentence(), first.position(), span.whole() || known.contains(key)));
    }

    /** Whether a word alone is too general for a topic, a verb, or a piece of an address. */
    private boolean isNoTopic(Token token, String text, String key) {
        return general.contains(text)
                || general.contains(key)
                || text.length() < 3
                || discourse.contains(key)
                || text.startsWith("http")
                || ADDRESS.matcher(text).matches()
                || token.tag().equals("VERB") && !words.isMostlyNoun(token);
    }

    private void addKnown(List<Token> tokens) {
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
                    add(Span.of(tokens, from, to + 1, true, true));
                }
            }
        }
    }

    Uses uses(List<Tokens.Sentence> sentences) {
        return new Uses(sentences.stream().map(Tokens.Sentence::text).toList(), uses);
    }
}
