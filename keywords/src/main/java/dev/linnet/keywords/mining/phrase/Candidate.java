package dev.linnet.keywords.mining.phrase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A possible keyphrase of one text, in all its forms, with counts of how and where it is used. */
final class Candidate {
    final String key;
    final List<String> stems;
    final List<String> words;
    final Token firstWord;
    final Token lastWord;
    final Place place = new Place();
    final Around around = new Around();
    int uses;
    int whole;
    int trimmed;
    int capitals;
    int acronyms;

    /** The most uses that any longer candidate with this one in it has. */
    int usesInLonger;

    private final Map<String, Integer> tags = new LinkedHashMap<>();
    private final Map<String, Integer> surfaces = new LinkedHashMap<>();

    Candidate(String key, List<String> stems, Span example) {
        this.key = key;
        this.stems = List.copyOf(stems);
        this.words = example.tokens().stream().map(Token::plain).toList();
        this.firstWord = example.first();
        this.lastWord = example.last();
        place.first = firstWord.position();
        place.firstSentence = firstWord.sentence();
    }

    /** Counts an occurrence, as a noun phrase or a part of one, or of a single word as whatever it is. */
    void seen(Span span) {
        uses++;
        surfaces.merge(span.surface(), 1, Integer::sum);
        place.last = span.first().position();
        place.opening |= span.first().sentence() == 0;
        around.seen(span);
        capitals += span.tokens().stream().allMatch(Token::isCapitalised) ? 1 : 0;
        if (words.size() == 1) {
            tags.merge(span.first().tag(), 1, Integer::sum);
            acronyms += span.first().isAcronym() ? 1 : 0;
        }
    }

    /** Counts that an occurrence is a noun phrase by itself. */
    void seenWhole(Span span) {
        whole += span.whole() ? 1 : 0;
        trimmed += span.trimmed() ? 1 : 0;
    }

    int size() {
        return stems.size();
    }

    /** The share of a single word's uses that have this tag; -1 for a phrase. */
    double tagged(String tag) {
        return size() > 1 ? -1 : (double) tags.getOrDefault(tag, 0) / Math.max(1, uses);
    }

    /** Its spelling that is used most, the first of equals. */
    String surface() {
        return Collections.max(surfaces.entrySet(), Map.Entry.comparingByValue())
                .getKey();
    }

    double share(int count) {
        return (double) count / Math.max(1, uses);
    }

    /** Where a candidate stands in its text; positions count tokens from 0. */
    static final class Place {
        int first;
        int last;
        int firstSentence;

        /** Whether it stands in the first sentence, which may be the title. */
        boolean opening;
    }

    /** How many of a candidate's uses have a neighbour of each kind. */
    static final class Around {
        int determiner;
        int preposition;
        int verb;
        int nothingBefore;
        int nothingAfter;

        private void seen(Span span) {
            Token before = span.before();
            if (before == null || !before.isWord()) {
                nothingBefore++;
            } else {
                determiner += before.tag().equals("DET") ? 1 : 0;
                preposition += before.tag().equals("ADP") ? 1 : 0;
                verb += before.tag().equals("VERB") || before.tag().equals("AUX") ? 1 : 0;
            }
            Token after = span.after();
            nothingAfter += after == null || !after.isWord() ? 1 : 0;
        }
    }
}
