package dev.linnet.pipeline;

import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.Post;
import java.time.Instant;
import java.util.List;

/** Makes posts for tests. */
public final class Posts {
    /** The moment that the tests' seconds count from. */
    public static final Instant START = Instant.parse("2024-03-01T12:00:00Z");

    private Posts() {}

    /** A moment of the tests' time. */
    public static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    /** A post that came by itself. */
    public static Post post(String id, String author, String text, Instant created) {
        return of(id, author, text, created, "", "", created, 0);
    }

    /** A post as a repost brings it. */
    public static Post repost(Post original, String via, String viaId, Instant at, long reposts) {
        return of(original.id(), original.author(), original.text(), original.created(), via, viaId, at, reposts);
    }

    /** A post as it would be in another's conversation, with links. */
    public static Post answer(Post post, String conversation, List<String> links) {
        return new Post(
                post.platform(),
                post.id(),
                post.author(),
                post.authorName(),
                post.text(),
                post.created(),
                post.language(),
                post.reposts(),
                post.likes(),
                post.followers(),
                links,
                post.hashtags(),
                post.url(),
                post.via(),
                post.viaId(),
                post.arrived(),
                post.edited(),
                conversation);
    }

    /** A later version of a post. */
    public static Post edited(Post first, String text, Instant when) {
        return new Post(
                first.platform(),
                first.id(),
                first.author(),
                first.authorName(),
                text,
                first.created(),
                first.language(),
                first.reposts(),
                first.likes(),
                first.followers(),
                first.links(),
                first.hashtags(),
                first.url(),
                first.via(),
                first.viaId(),
                when,
                when);
    }

    /** A post with all that differs in tests. */
    public static Post of(
            String id,
            String author,
            String text,
            Instant created,
            String via,
            String viaId,
            Instant at,
            long reposts) {
        return new Post(
                Platform.X,
                id,
                author,
                author,
                text,
                created,
                "en",
                reposts,
                0,
                0,
                List.of(),
                List.of(),
                "https://x.com/" + author + "/status/" + id,
                via,
                viaId,
                at,
                null);
    }
}
