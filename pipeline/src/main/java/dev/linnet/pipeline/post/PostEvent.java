package dev.linnet.pipeline.post;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the stream says of one post: here it is, or it is gone. Both travel in one stream, so that their order is kept.
 *
 * @param kind which of the two
 * @param key {@code platform:id}: of the original where the post is a repost
 * @param at event time of the record that brought it
 * @param post the post, or null where it is gone
 */
public record PostEvent(
        Kind kind, String key, Instant at, @Nullable Post post) {
    /** What is said of the post. */
    public enum Kind {
        /** It was published, reposted or edited. */
        POST,
        /** It was deleted or withheld, and must be gone everywhere. */
        DELETED
    }

    /** A post that was published, reposted or edited. */
    public static PostEvent of(Post post) {
        return new PostEvent(Kind.POST, post.key(), post.arrived(), post);
    }

    /** A post that is gone. */
    public static PostEvent of(Deletion deletion) {
        return new PostEvent(Kind.DELETED, deletion.key(), deletion.at(), null);
    }

    /** The post, where there is one. */
    public Post requirePost() {
        return Objects.requireNonNull(post, () -> key + " is gone and has no post");
    }
}
