package dev.linnet.cli.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The demo's stream: invented posts in the shapes of X's API v1.1 and of Bluesky's Jetstream, made by a seeded generator.
 *
 * <p>Record {@code i} follows from the seed and {@code i} alone, so a source can resume anywhere. In it are topics that
 * match and most that don't, reposts, near-copies, profanity, several languages, deletions (a few before their post), lines
 * that are no JSON, and in each {@value #CYCLE_MINUTES} minutes two bursts and one new hashtag that catches on.
 */
public final class DemoStream {
    /** After how many minutes of event time bursts and hashtag come again. */
    static final int CYCLE_MINUTES = 150;

    /** The hashtag that catches on. */
    public static final String NEW_HASHTAG = "WindowStrikeMap";

    private static final long X_EPOCH = 1_288_834_974_657L;
    private static final DateTimeFormatter X_TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<Burst> BURSTS =
            List.of(new Burst(44, 49, "contact microphones", false), new Burst(84, 89, "swift boxes", true));
    private static final int HASHTAG_FROM = 58;
    private static final int HASHTAG_TO = 80;
    /** An author whom the demo's vocabulary trusts. */
    public static final String TRUSTED_AUTHOR = "vera_walnut";

    private final long seed;
    private final long startMillis;
    private final long stepMillis;
    private final Templates templates = new Templates();

    /** A stretch in which one topic is on many lips. */
    private record Burst(int from, int to, String topic, boolean angry) {}

    private enum Kind {
        POST,
        REPOST,
        NEAR_COPY,
        DELETE,
        NOTICE,
        RUBBISH
    }

    /** What a record says, before it gets a platform's shape. */
    record Item(
            long id,
            long millis,
            boolean bluesky,
            String author,
            String text,
            String language,
            int reposts,
            int followers) {}

    /**
     * @param seed makes one stream differ from another
     * @param start event time of the first record
     * @param perMinute records in a minute of event time, 1 to 60,000
     */
    public DemoStream(long seed, Instant start, int perMinute) {
        this.seed = seed;
        this.startMillis = start.toEpochMilli();
        this.stepMillis = 60_000L / perMinute;
    }

    /** Event time of a record. */
    public Instant time(long index) {
        return Instant.ofEpochMilli(millis(index));
    }

    /** A record's line, UTF-8, without the line's end. */
    public byte[] line(long index) {
        return switch (kind(index)) {
            case POST -> post(item(index));
            case REPOST -> repost(index);
            case NEAR_COPY -> nearCopy(index);
            case DELETE -> delete(index);
            case NOTICE -> bytes("{\"limit\":{\"track\":" + index + "}}");
            case RUBBISH -> bytes("{\"id\":" + index + ",\"text\":\"torn off in the mid");
        };
    }

    private long millis(long index) {
        return startMillis + index * stepMillis;
    }

    private int minute(long index) {
        return (int) (index * stepMillis / 60_000 % CYCLE_MINUTES);
    }

    private SplittableRandom random(long index, int purpose) {
        long mixed = (seed * 0x9E3779B97F4A7C15L) ^ ((index + 1) * 0xBF58476D1CE4E5B9L) ^ ((long) purpose << 56);
        SplittableRandom random = new SplittableRandom(mixed);
        random.nextLong();
        return random;
    }

    private Kind kind(long index) {
        int dice = random(index, 1).nextInt(10_000);
        if (dice < 4) {
            return Kind.RUBBISH;
        }
        if (dice < 10) {
            return Kind.NOTICE;
        }
        if (index < 50) {
            return Kind.POST; // nothing yet to repost, copy or delete
        }
        if (dice < 700) {
            return Kind.DELETE;
        }
        if (dice < 2_600) {
            return Kind.REPOST;
        }
        return dice < 2_750 ? Kind.NEAR_COPY : Kind.POST;
    }

    private boolean isOnTopic(long index) {
        return random(index, 2).nextDouble() < onTopicShare(minute(index));
    }

    private static double onTopicShare(int minute) {
        return burst(minute) == null ? 0.05 : 0.22;
    }

    private static @Nullable Burst burst(int minute) {
        for (Burst burst : BURSTS) {
            if (minute >= burst.from && minute < burst.to) {
                return burst;
            }
        }
        return null;
    }

    private Item item(long index) {
        SplittableRandom random = random(index, 3);
        boolean bluesky = random.nextInt(100) < 15;
        boolean onTopic = isOnTopic(index);
        String language = onTopic ? "en" : language(random);
        String text = onTopic ? onTopic(index, random) : templates.offTopic(random, language);
        if (language.equals("en") && random.nextInt(100) < 2) {
            text = text + " " + templates.value(random, "profane");
        }
        String author = !bluesky && random.nextInt(400) == 0 ? TRUSTED_AUTHOR : author(random);
        int followers = (int) Math.exp(2 + random.nextDouble() * 8);
        int reposts = random.nextInt(10) == 0 ? random.nextInt(60) : 0;
        return new Item(id(index), millis(index), bluesky, author, text, language, reposts, followers);
    }

    private String onTopic(long index, SplittableRandom random) {
        int minute = minute(index);
        Burst burst = burst(minute);
        boolean inBurst = burst != null && random.nextInt(100) < 80;
        String text = templates.onTopic(random, inBurst && burst != null ? burst.topic : "");
        if (inBurst && burst != null && random.nextInt(2) == 0) {
            text = text + " " + templates.value(random, burst.angry ? "anger" : "joy");
        }
        boolean spreading = minute >= HASHTAG_FROM && minute < HASHTAG_TO;
        return spreading && random.nextInt(100) < 45 ? text + " #" + NEW_HASHTAG : text;
    }

    private static String language(SplittableRandom random) {
        int dice = random.nextInt(100);
        if (dice < 62) {
            return "en";
        }
        if (dice < 74) {
            return "es";
        }
        if (dice < 83) {
            return "de";
        }
        if (dice < 90) {
            return "fr";
        }
        return dice < 96 ? "pt" : "ja";
    }

    private String author(SplittableRandom random) {
        return templates.value(random, "first") + "_" + templates.value(random, "second") + random.nextInt(30);
    }

    private long id(long index) {
        return (millis(index) - X_EPOCH) << 22 | index & 0x3FFFFF;
    }

    /** An earlier post (or, rarely, a later one) to repost, copy or delete; on topic more often than chance would have it. */
    private long target(long index, SplittableRandom random, boolean onTopic, int direction) {
        long candidate = index + direction * (1 + (long) (-Math.log(1 - random.nextDouble()) * 150));
        for (int tries = 0; tries < 400 && candidate >= 0; tries++, candidate += direction) {
            boolean fits = kind(candidate) == Kind.POST && (!onTopic || isOnTopic(candidate));
            if (fits && !item(candidate).bluesky) {
                return candidate;
            }
        }
        return index % 50 == 0 ? 0 : index % 50;
    }

    private byte[] repost(long index) {
        SplittableRandom random = random(index, 4);
        Item original = item(target(index, random, random.nextInt(4) == 0, -1));
        String by = author(random);
        return json(json -> {
            xHead(json, id(index), millis(index), "RT @" + original.author + ": " + original.text, original.language);
            xUser(json, by, 100 + random.nextInt(2_000));
            json.writeObjectFieldStart("retweeted_status");
            xBody(json, original, original.reposts + 1 + (int) ((millis(index) - original.millis) / 2_000));
            json.writeEndObject();
            json.writeStringField("timestamp_ms", String.valueOf(millis(index)));
        });
    }

    private byte[] nearCopy(long index) {
        SplittableRandom random = random(index, 5);
        Item original = item(target(index, random, true, -1));
        String text = "@" + author(random) + " "
                + original.text.replaceAll("https://\\S+", "").trim() + " https://copy.example/" + index;
        return post(new Item(id(index), millis(index), false, author(random), text, original.language, 0, 20));
    }

    private byte[] delete(long index) {
        SplittableRandom random = random(index, 6);
        int direction = random.nextInt(20) == 0 ? 1 : -1;
        Item gone = item(target(index, random, random.nextInt(6) == 0, direction));
        return bytes("{\"delete\":{\"status\":{\"id\":" + gone.id + ",\"id_str\":\"" + gone.id
                + "\",\"user_id\":1,\"user_id_str\":\"1\"},\"timestamp_ms\":\"" + millis(index) + "\"}}");
    }

    private static byte[] post(Item item) {
        return item.bluesky
                ? jetstream(item)
                : json(json -> {
                    xBody(json, item, item.reposts);
                    json.writeStringField("timestamp_ms", String.valueOf(item.millis));
                });
    }

    private static void xBody(JsonGenerator json, Item item, int reposts) throws IOException {
        xHead(json, item.id, item.millis, item.text, item.language);
        xUser(json, item.author, item.followers);
        json.writeNumberField("retweet_count", reposts);
        json.writeNumberField("favorite_count", 2 * reposts);
        json.writeObjectFieldStart("entities");
        json.writeArrayFieldStart("hashtags");
        for (String word : item.text.split("\\s+")) {
            if (word.startsWith("#") && word.length() > 1) {
                json.writeStartObject();
                json.writeStringField("text", word.substring(1));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("urls");
        for (String word : item.text.split("\\s+")) {
            if (word.startsWith("https://")) {
                json.writeStartObject();
                json.writeStringField("expanded_url", word);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void xHead(JsonGenerator json, long id, long millis, String text, String language)
            throws IOException {
        json.writeStringField("created_at", X_TIME.format(Instant.ofEpochMilli(millis)));
        json.writeNumberField("id", id);
        json.writeStringField("id_str", String.valueOf(id));
        json.writeStringField("text", text);
        json.writeStringField("lang", language);
    }

    private static void xUser(JsonGenerator json, String author, int followers) throws IOException {
        json.writeObjectFieldStart("user");
        json.writeStringField("id_str", String.valueOf(author.hashCode() & 0xFFFFFFFFL));
        json.writeStringField("screen_name", author);
        json.writeStringField("name", author.replace('_', ' '));
        json.writeNumberField("followers_count", followers);
        json.writeEndObject();
    }

    private static byte[] jetstream(Item item) {
        return json(json -> {
            json.writeStringField("did", "did:plc:" + item.author.replace("_", ""));
            json.writeNumberField("time_us", item.millis * 1_000);
            json.writeStringField("kind", "commit");
            json.writeObjectFieldStart("commit");
            json.writeStringField("rev", Long.toString(item.id, 36));
            json.writeStringField("operation", "create");
            json.writeStringField("collection", "app.bsky.feed.post");
            json.writeStringField("rkey", Long.toString(item.id, 36));
            json.writeObjectFieldStart("record");
            json.writeStringField("$type", "app.bsky.feed.post");
            json.writeStringField("text", item.text);
            json.writeStringField("createdAt", Instant.ofEpochMilli(item.millis).toString());
            json.writeArrayFieldStart("langs");
            json.writeString(item.language);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] json(Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a byte array does not fail
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
