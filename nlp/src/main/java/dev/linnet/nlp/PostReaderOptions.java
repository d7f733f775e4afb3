package dev.linnet.nlp;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How posts are read.
 *
 * @param sentimentMode how the mood is read
 * @param sentimentLanguages ISO 639-1 codes of the languages whose mood is read; the models that ship know English
 * @param profaneWords the user's own words to flag besides those of the lists, whole words in any case
 * @param maxCharacters how many characters of a post are read; the rest is left out
 * @param maxTokens how many tokens of a post the mood is read from; the rest is left out
 * @param budget how long one post may take: in {@link SentimentMode#FAST} the reading thread's own processor time, so that
 *     a busy machine turns no post away; in {@link SentimentMode#PARSED} and {@link SentimentMode#FULL} time on the clock, for the parser's part
 * @param cachedReadings how many readings are kept for reposts and copies; 0 keeps none
 */
public record PostReaderOptions(
        SentimentMode sentimentMode,
        Set<String> sentimentLanguages,
        List<String> profaneWords,
        int maxCharacters,
        int maxTokens,
        Duration budget,
        int cachedReadings)
        implements Serializable {
    private static final Duration FAST_BUDGET = Duration.ofMillis(200);
    private static final Duration PARSED_BUDGET = Duration.ofSeconds(5);
    private static final Duration FULL_BUDGET = Duration.ofSeconds(20);

    public PostReaderOptions {
        sentimentLanguages = Set.copyOf(sentimentLanguages);
        profaneWords = List.copyOf(profaneWords);
        check(maxCharacters > 0, "maxCharacters", maxCharacters);
        check(maxTokens > 0, "maxTokens", maxTokens);
        check(cachedReadings >= 0, "cachedReadings", cachedReadings);
        check(!budget.isNegative() && !budget.isZero(), "budget", budget);
    }

    /** Fast sentiment of English posts, 200 ms a post. */
    public static PostReaderOptions defaults() {
        return new PostReaderOptions(SentimentMode.FAST, Set.of("en"), List.of(), 10_000, 600, FAST_BUDGET, 10_000);
    }

    /** The same with another mode, and with that mode's usual budget. */
    public PostReaderOptions withSentimentMode(SentimentMode mode) {
        Duration usual = switch (mode) {
            case OFF, FAST -> FAST_BUDGET;
            case PARSED -> PARSED_BUDGET;
            case FULL -> FULL_BUDGET;
        };
        return new PostReaderOptions(
                mode, sentimentLanguages, profaneWords, maxCharacters, maxTokens, usual, cachedReadings);
    }

    /** The same with the user's own words to flag. */
    public PostReaderOptions withProfaneWords(List<String> words) {
        return new PostReaderOptions(
                sentimentMode, sentimentLanguages, words, maxCharacters, maxTokens, budget, cachedReadings);
    }

    /** The same with another budget a post. */
    public PostReaderOptions withBudget(Duration other) {
        return new PostReaderOptions(
                sentimentMode, sentimentLanguages, profaneWords, maxCharacters, maxTokens, other, cachedReadings);
    }

    /** The same with another number of readings kept. */
    public PostReaderOptions withCachedReadings(int readings) {
        return new PostReaderOptions(
                sentimentMode, sentimentLanguages, profaneWords, maxCharacters, maxTokens, budget, readings);
    }

    private static void check(boolean right, String name, Object value) {
        if (!right) {
            throw new IllegalArgumentException(name + " has to be above zero, not " + value);
        }
    }
}
