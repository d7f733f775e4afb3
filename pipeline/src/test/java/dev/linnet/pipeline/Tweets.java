package dev.linnet.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes lines in the shape of X's API v1.1. */
final class Tweets {
    private static final long EPOCH = 1288834974657L;
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Tweets() {}

    /** The id of a post made at a moment: a snowflake. */
    static String id(Instant created, int number) {
        return String.valueOf((created.toEpochMilli() - EPOCH) << 22 | number);
    }

    static String post(String id, String author, String text) {
        return "{" + status(id, author, text, 0) + stamp(id) + "}";
    }

    static String repost(String id, String by, String originalId, String author, String text, int reposts) {
        return "{" + status(id, by, "RT @" + author + ": " + text, 0) + ",\"retweeted_status\":{"
                + status(originalId, author, text, reposts) + "}" + stamp(id) + "}";
    }

    static String deletion(String id, Instant at) {
        return "{\"delete\":{\"status\":{\"id\":" + id + ",\"id_str\":\"" + id
                + "\",\"user_id\":1,\"user_id_str\":\"1\"},\"timestamp_ms\":\"" + at.toEpochMilli() + "\"}}";
    }

    private static String status(String id, String author, String text, int reposts) {
        return "\"created_at\":\"" + CREATED.format(created(id)) + "\",\"id\":" + id + ",\"id_str\":\"" + id
                + "\",\"text\":\"" + text + "\",\"user\":{\"id\":7,\"name\":\"" + author + "\",\"screen_name\":\""
                + author + "\",\"followers_count\":3},\"retweet_count\":" + reposts
                + ",\"favorite_count\":0,\"entities\":{\"hashtags\":[],\"urls\":[]},\"lang\":\"en\"";
    }

    private static String stamp(String id) {
        return ",\"timestamp_ms\":\"" + created(id).toEpochMilli() + "\"";
    }

    private static Instant created(String id) {
        return Instant.ofEpochMilli((Long.parseLong(id) >> 22) + EPOCH);
    }
}
