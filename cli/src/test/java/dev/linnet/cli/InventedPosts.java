package dev.linnet.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lines of posts in X's shape, one a second, that all name stream processing and don't resemble one another. */
final class InventedPosts {
    private static final long START = Instant.parse("2026-03-02T06:00:00Z").toEpochMilli();
    private static final long X_EPOCH = 1_288_834_974_657L;
    private static final DateTimeFormatter X_TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private InventedPosts() {}

    static List<String> lines(int count) {
        return IntStream.range(0, count).mapToObj(InventedPosts::line).toList();
    }

    private static String line(int number) {
        long millis = START + number * 1_000L;
        long id = (millis - X_EPOCH) << 22;
        String text = word(number * 31) + " " + word(number * 17 + 5) + " stream processing " + word(number * 7 + 3);
        return String.format(
                "{\"created_at\":\"%s\",\"id\":%d,\"id_str\":\"%d\",\"text\":\"%s\",\"lang\":\"en\","
                        + "\"user\":{\"id_str\":\"7\",\"screen_name\":\"a%d\"},\"timestamp_ms\":\"%d\"}",
                X_TIME.format(Instant.ofEpochMilli(millis)), id, id, text, number, millis);
    }

    /** A word of letters for a number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder("w");
        for (int rest = number * 7_919 + 101; rest > 0; rest /= 26) {
            word.append((char) ('a' + rest % 26));
        }
        return word.toString();
    }
}
