package dev.linnet.bench.cluster;

import dev.linnet.pipeline.windows.KeywordMention;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A day of invented mentions, evenly spread. Half are of any keyword alike, so that none is unused; the other half by Zipf's law, as words are
 * used: few keywords are busy.
 *
 * @param keywords how many keywords
 * @param mentions how many mentions
 */
record ManyMentions(int keywords, long mentions) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final Instant START = Instant.parse("2026-09-14T00:00:00Z");

    static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private static final Duration DAY = Duration.ofDays(1);
    private static final int AUTHORS = 9_973;

    /** How many minutes of keywords they make, but for the last minute, which nothing ends. */
    long windows() {
        long windows = 0;
        long minute = 0;
        Set<Integer> used = new HashSet<>();
        for (long number = 0; number < mentions; number++) {
            if (millis(number) / MINUTE > minute) {
                windows += used.size();
                used.clear();
                minute = millis(number) / MINUTE;
            }
            used.add(keyword(new SplittableRandom(number)));
        }
        return windows;
    }

    /** One of them, by its number from 0. */
    KeywordMention mention(long number) {
        SplittableRandom random = new SplittableRandom(number);
        int keyword = keyword(random);
        String text = "a post of usual length, some twenty words, that holds keyword" + keyword
                + " and some words beside it that people may use, and its number " + number;
        return new KeywordMention(
                "keyword" + keyword,
                false,
                "x:" + (1_900_000_000_000_000_000L + number),
                "author" + random.nextInt(AUTHORS),
                START.plusMillis(millis(number)),
                random.nextDouble(0.5, 1),
                random.nextDouble(-1, 1),
                text,
                "https://example.org/" + number,
                List.of("words", "beside", "number" + number % 100),
                false);
    }

    private long millis(long number) {
        return number * DAY.toMillis() / mentions;
    }

    private int keyword(SplittableRandom random) {
        return random.nextBoolean() ? random.nextInt(keywords) : zipf(random.nextDouble());
    }

    /** The rank whose share of all uses falls off as its inverse. */
    private int zipf(double random) {
        return (int) Math.min(keywords - 1, Math.exp(random * Math.log(keywords + 1)) - 1);
    }
}
