package dev.linnet.pipeline.filter;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A vocabulary with what is built from it. Immutable and shared by all threads of a JVM.
 *
 * @param vocabulary the vocabulary
 * @param matcher finds its keywords in a text
 * @param prefilter finds lines of raw bytes that may hold one
 * @param byText its keywords by their canonical text
 */
public record VocabularySnapshot(
        Vocabulary vocabulary, KeywordMatcher matcher, Prefilter prefilter, Map<String, Keyword> byText) {

    /** Builds matcher and prefilter: up to a second for 50,000 keywords. */
    public static VocabularySnapshot of(Vocabulary vocabulary) {
        Map<String, Keyword> byText = vocabulary.keywords().stream()
                .collect(Collectors.toUnmodifiableMap(Keyword::text, Function.identity(), (one, other) -> one));
        return new VocabularySnapshot(vocabulary, KeywordMatcher.of(vocabulary), Prefilter.of(vocabulary), byText);
    }
}
