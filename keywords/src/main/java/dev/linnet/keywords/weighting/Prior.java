package dev.linnet.keywords.weighting;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the model believes of each feature before any decision.
 *
 * <p>A keyword of weight w begins with the log-odds {@value #ORDINARY} · √w a unit, and the bias with {@value #BIAS}. As a word
 * among a dozen has a value of about 0.25 ({@link Features}), a post of usual length with one ordinary keyword (w = 1) is as
 * likely as not; a trusted author adds {@value #TRUSTED_AUTHOR}. What is not known begins at 0.
 */
final class Prior {
    static final double BIAS = -0.7;
    static final double ORDINARY = 2.8;
    static final double TRUSTED_AUTHOR = 2;
    static final double TRUSTED_VIA = 1.5;

    /** A feature's belief: mean and variance of its log-odds. */
    record Belief(double mean, double variance) {}

    private static final Map<String, Double> VARIANCES = Map.ofEntries(
            Map.entry(Features.BIAS, 1.0),
            Map.entry(Features.KEYWORD, 4.0),
            Map.entry(Features.TRUSTED, 0.5),
            Map.entry(Features.AUTHOR, 4.0),
            Map.entry(Features.VIA, 4.0),
            Map.entry(Features.HASHTAG, 4.0),
            Map.entry(Features.LINK, 4.0),
            Map.entry(Features.PHRASE, 4.0),
            Map.entry(Features.WORD, 4.0),
            Map.entry(Features.STEM, 4.0),
            Map.entry(Features.MENTION, 4.0),
            Map.entry(Features.LANGUAGE, 4.0),
            Map.entry(Features.PLATFORM, 4.0),
            Map.entry(Features.SENTIMENT, 4.0),
            Map.entry(Features.REACH, 0.5));
    private static final double OTHER_VARIANCE = 0.5;

    private final Map<String, Double> keywordMeans = new HashMap<>();

    Prior(Vocabulary vocabulary) {
        for (Keyword keyword : vocabulary.keywords()) {
            keywordMeans.put(keyword.text().toLowerCase(Locale.ROOT), ORDINARY * StrictMath.sqrt(keyword.weight()));
        }
    }

    Belief of(String kind, String name) {
        return new Belief(mean(kind, name), VARIANCES.getOrDefault(kind, OTHER_VARIANCE));
    }

    private double mean(String kind, String name) {
        return switch (kind) {
            case Features.BIAS -> BIAS;
            case Features.KEYWORD -> keywordMeans.getOrDefault(name, ORDINARY);
            case Features.TRUSTED -> name.equals(Features.VIA) ? TRUSTED_VIA : TRUSTED_AUTHOR;
            default -> 0;
        };
    }
}
