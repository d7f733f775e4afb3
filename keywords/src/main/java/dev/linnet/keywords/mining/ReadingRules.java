package dev.linnet.keywords.mining;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a reading may go: caps, deadlines, politeness.
 *
 * @param cache folder for pages already fetched, which are asked for again only if changed; null keeps none
 * @param allowLoopback whether addresses of this machine may be read; private networks never are
 * @param maxArticles most articles taken from one source
 * @param maxBytes most bytes of one answer or file, after inflating
 * @param requestDeadline longest that one answer may take, from connecting to its last byte
 * @param totalDeadline longest that the whole reading may take
 * @param delay least pause between two requests to one host; robots.txt may ask for more
 */
public record ReadingRules(
        @Nullable Path cache,
        boolean allowLoopback,
        int maxArticles,
        int maxBytes,
        Duration requestDeadline,
        Duration totalDeadline,
        Duration delay) {
    /** 1,000 articles a source, 8 MiB and 20 seconds an answer, 20 minutes in all, 500 ms between requests, no cache. */
    public static ReadingRules standard() {
        return new ReadingRules(
                null, false, 1_000, 8 << 20, Duration.ofSeconds(20), Duration.ofMinutes(20), Duration.ofMillis(500));
    }

    /** The same with a cache folder. */
    public ReadingRules withCache(Path folder) {
        return new ReadingRules(folder, allowLoopback, maxArticles, maxBytes, requestDeadline, totalDeadline, delay);
    }

    /** The same, with addresses of this machine allowed or not. */
    public ReadingRules withLoopback(boolean allowed) {
        return new ReadingRules(cache, allowed, maxArticles, maxBytes, requestDeadline, totalDeadline, delay);
    }

    /** The same with another cap on the articles of one source. */
    public ReadingRules withMaxArticles(int most) {
        return new ReadingRules(cache, allowLoopback, most, maxBytes, requestDeadline, totalDeadline, delay);
    }
}
