package dev.linnet.pipeline.parse;

import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A post while its record is read, filled field by field in whatever order they come. */
final class Draft {
    /** No platform's ids are longer; what is longer is no id. */
    private static final int LONGEST_ID = 600;

    final Platform platform;
    String id = "";
    String author = "";
    String authorName = "";

    @Nullable
    String text;

    /** The id of the post that the conversation began with, or of the one that this answers; empty where it answers none. */
    String conversation = "";

    String language = Languages.UNDETERMINED;
    String url = "";
    /** Milliseconds since 1970. */
    long created = Timestamps.UNKNOWN;
    /** When the record came, where that is another moment than {@code created}. */
    long arrived = Timestamps.UNKNOWN;

    /** When this version was written, where it is not the first. */
    long edited = Timestamps.UNKNOWN;

    long reposts;
    long likes;
    long followers;
    List<String> links = new ArrayList<>(2);
    List<String> hashtags = new ArrayList<>(2);
    /** The post that this one repeats. */
    @Nullable
    Draft original;

    Draft(Platform platform) {
        this.platform = platform;
    }

    /** The event of this draft, or why it is none. */
    Parsed finish() {
        Draft shown = original == null ? this : original;
        String words = shown.text;
        if (words == null || shown.id.isEmpty() || shown.author.isEmpty() || shown.created < 0) {
            return Parsed.unparseable("incomplete");
        }
        boolean repost = original != null;
        Instant createdAt = Instant.ofEpochMilli(shown.created);
        long came = arrived >= 0 ? arrived : created;
        Post post = new Post(
                platform,
                shown.id,
                handle(shown.author),
                Texts.clean(shown.authorName.isEmpty() ? shown.author : shown.authorName),
                Texts.clean(words),
                createdAt,
                shown.language,
                shown.reposts,
                shown.likes,
                shown.followers,
                List.copyOf(shown.links),
                List.copyOf(shown.hashtags),
                shown.url.isEmpty() ? urlOf(shown) : shown.url,
                repost ? handle(author) : "",
                repost ? id : "",
                came >= 0 ? Instant.ofEpochMilli(came) : createdAt,
                shown.edited >= 0 ? Instant.ofEpochMilli(shown.edited) : null,
                shown.conversation.length() > LONGEST_ID ? "" : Texts.clean(shown.conversation));
        return Parsed.event(PostEvent.of(post));
    }

    private static String handle(String author) {
        return Texts.clean(author.startsWith("@") ? author.substring(1) : author)
                .toLowerCase(Locale.ROOT);
    }

    private static String urlOf(Draft post) {
        return switch (post.platform) {
            case X ->
                "https://x.com/" + (PlatformIds.number(post.author) >= 0 ? "i" : post.author) + "/status/" + post.id;
            case BLUESKY -> "https://bsky.app/profile/" + post.id.replace("/", "/post/");
            case MASTODON -> "";
        };
    }
}
