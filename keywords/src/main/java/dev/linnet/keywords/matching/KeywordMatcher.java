package dev.linnet.keywords.matching;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a vocabulary's keywords in a text: whole words and phrases, in any case, with or without accents.
 *
 * <p>What counts as a keyword's use:
 *
 * <ul>
 *   <li>the same words, compared by NFKC without case and accents, with white space, hyphens or underscores between them;
 *   <li>its last word in the other number (English): {@code story}, {@code stories};
 *   <li>in a hashtag or a mention, the words as one ({@code #machinelearning}) or as some of its camel-case parts
 *       ({@code #MachineLearningRocks}), unless the whole tag is a keyword itself;
 *   <li>ideographs, kana, Hangul and symbols anywhere in a run, since no spaces tell their words;
 *   <li>punctuation where the keyword has it: {@code C++}, {@code .NET}, {@code node.js} (and {@code nodejs});
 *   <li>each of {@link Keyword#variants()} in the same ways.
 * </ul>
 *
 * <p>Immutable and safe for use by several threads: a changed vocabulary makes a new matcher. Time is linear in the text,
 * whatever the number of keywords.
 */
public final class KeywordMatcher {
    private final List<Keyword> keywords;
    private final List<String> topics;
    private final PhraseIndex keywordIndex;
    private final PhraseIndex topicIndex;

    private KeywordMatcher(Vocabulary vocabulary) {
        keywords = vocabulary.keywords();
        topics = vocabulary.mutedTopics().stream().sorted().toList();
        keywordIndex =
                PhraseIndex.of(keywords.stream().map(KeywordMatcher::spellings).toList());
        topicIndex = PhraseIndex.of(topics.stream().map(List::of).toList());
    }

    /** Builds the matcher of a vocabulary; one without keywords matches nothing. */
    public static KeywordMatcher of(Vocabulary vocabulary) {
        return new KeywordMatcher(vocabulary);
    }

    /** Whether a keyword holds a letter, a digit or a symbol, so that it can be found at all; {@code "..."} cannot. */
    public static boolean canMatch(String keyword) {
        return Phrase.parse(keyword).isPresent();
    }

    /**
     * The places where keywords stand, by their start and the longest first.
     *
     * <p>Where keywords overlap all are told ({@code climate} within {@code climate change}); each keyword once per place.
     */
    public List<KeywordMatch> match(String text) {
        if (!CharScan.mayMatch(keywordIndex, text)) {
            return List.of();
        }
        List<PhraseFinder.Place> places = PhraseFinder.find(keywordIndex, text);
        List<KeywordMatch> matches = new ArrayList<>(places.size());
        for (PhraseFinder.Place place : places) {
            matches.add(new KeywordMatch(keywords.get(place.owner()), place.start(), place.end()));
        }
        return matches;
    }

    /** The muted topics that stand in a text, each once, as {@link Vocabulary#mutedTopics()} has them. */
    public List<String> muted(String text) {
        if (!CharScan.mayMatch(topicIndex, text)) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        PhraseFinder.find(topicIndex, text).forEach(place -> found.add(topics.get(place.owner())));
        return List.copyOf(found);
    }

    /** All that a keyword may be written as, but for number, case and joining. */
    static List<String> spellings(Keyword keyword) {
        List<String> spellings = new ArrayList<>();
        spellings.add(keyword.text());
        spellings.addAll(keyword.variants());
        return spellings;
    }
}
