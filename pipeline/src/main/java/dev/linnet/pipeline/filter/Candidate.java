package dev.linnet.pipeline.filter;

import dev.linnet.pipeline.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post that the vocabulary or trust lets in, or the word that some post is gone, or is no longer let in since it was edited.
 *
 * @param kind which of the three
 * @param key {@code platform:id} of the original
 * @param at event time of the record that brought it
 * @param post the post, or null where it is gone
 * @param keywords canonical texts of the keywords it matched, distinct, sorted
 * @param trusted whether its author is trusted
 * @param trustedVia the trusted author who reposted it, or empty
 */
public record Candidate(
        Kind kind,
        String key,
        Instant at,
        @Nullable Post post,
        List<String> keywords,
        boolean trusted,
        String trustedVia) {

    /** What is said of the post. */
    public enum Kind {
        /** It is let in. */
        POST,
        /** It was edited, and in that version isn't let in. An earlier version may have been. */
        OUTGROWN,
        /** It was deleted or withheld. */
        DELETED
    }

    /** The word that a post is gone. */
    public static Candidate gone(String key, Instant at) {
        return new Candidate(Kind.DELETED, key, at, null, List.of(), false, "");
    }

    /** An edited post that is let in no longer. */
    public static Candidate outgrown(String key, Instant at, Post post) {
        return new Candidate(Kind.OUTGROWN, key, at, post, List.of(), false, "");
    }

    /** The same with another text of the post. */
    public Candidate withText(String text) {
        return new Candidate(kind, key, at, requirePost().withText(text), keywords, trusted, trustedVia);
    }

    /** The post, where there is one. */
    public Post requirePost() {
        return Objects.requireNonNull(post, () -> key + " is gone and has no post");
    }
}
