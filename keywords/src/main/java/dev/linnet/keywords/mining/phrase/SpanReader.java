package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through the sentences of one text and collects its words, its noun phrases and their parts. */
final class SpanReader {
    private static final int LONGEST = 6;
    private static final Pattern ADDRESS = Pattern.compile("www\\..*|.*\\.(?:com|org|net|edu|gov|co|de|uk)");

    private final String language;
    private final WordClass words;
    private final Set<String> known;
    private final Set<String> stop;
    private final Set<String> general;
    private final Set<String> discourse;
    private final Set<String> slight = StopWords.slight();
    private final List<Use> uses = new ArrayList<>();
    private final Candidates candidates = new Candidates();
    private final WordGraph.Builder graph = new WordGraph.Builder();
    private final ProfileReader profile = new ProfileReader();

    SpanReader(String language, WordClass words, Set<String> known) {
        this.known = known;
        this.words = words;
        this.language = language;
        this.stop = StopWords.of(language);
        this.general = StopWords.general(language);
        this.discourse = language.equals("en") ? StopWords.discourse() : Set.of();
    }

    void sentence(Tokens.Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int firstUse = uses.size();
        int begin = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            profile.token(token, i == 0 ? null : tokens.get(i - 1));
            boolean meaning = hasMeaning(token);
            if (meaning) {
                profile.meaning(token);
                graph.add(Stems.word(token.plain()), token.position());
                candidates.word(span(tokens, i, i + 1, false, false));
            }
            if (!meaning || !words.isModifier(token)) {
                phrase(tokens, begin, i);
                begin = i + 1;
            }
        }
        phrase(tokens, begin, tokens.size());
        addKnown(tokens, firstUse);
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
            profile.phrase(end - begin);
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
                    add(span(tokens, from, to, whole, trimmed));
                }
            }
        }
    }

    /** Whether a word at the head of a phrase only praises, measures or tells of an act. */
    private boolean isLead(Token token) {
        return slight.contains(token.lower()) || token.tag().equals("VERB");
    }

    private static Span span(List<Token> tokens, int from, int to, boolean whole, boolean trimmed) {
        Token before = from == 0 ? null : tokens.get(from - 1);
        Token after = to == tokens.size() ? null : tokens.get(to);
        return new Span(tokens.subList(from, to), before, after, whole, trimmed);
    }

    private void add(Span span) {
        if (span.tokens().size() > 1 || span.whole()) {
            candidates.phrase(span);
        }
        addUse(span);
    }

    private void addUse(Span span) {
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

    private void addKnown(List<Token> tokens, int firstUse) {
        if (known.isEmpty()) {
            return;
        }
        Set<String> found = new HashSet<>();
        uses.subList(firstUse, uses.size()).forEach(use -> found.add(use.key()));
        for (int from = 0; from < tokens.size(); from++) {
            StringBuilder text = new StringBuilder();
            for (int to = from;
                    to < Math.min(tokens.size(), from + LONGEST)
                            && tokens.get(to).isWord();
                    to++) {
                text.append(text.isEmpty() ? "" : " ").append(tokens.get(to).lower());
                String key = Folding.key(text.toString(), language);
                if (known.contains(key) && !found.contains(key)) {
                    addUse(span(tokens, from, to + 1, true, true));
                }
            }
        }
    }

    Reading reading(List<Tokens.Sentence> sentences) {
        return new Reading(
                language,
                sentences.stream().map(Tokens.Sentence::text).toList(),
                uses,
                candidates.all(),
                graph.build(),
                profile.profile());
    }
}
