package dev.linnet.pipeline.filter;

import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post that the vocabulary or trust lets in, or the word that some post is gone.
 *
 * @param kind which of the two
 * @param key {@code platform:id} of the original
 * @param at event time of the record that brought it
 * @param post the post, or null where it is gone
 * @param keywords canonical texts of the keywords it matched, distinct, sorted
 * @param trusted whether its author is trusted
 * @param trustedVia the trusted author who reposted it, or empty
 */
public record Candidate(
        PostEvent.Kind kind,
        String key,
        Instant at,
        @Nullable Post post,
        List<String> keywords,
        boolean trusted,
        String trustedVia) {

    /** The word that a post is gone. */
    public static Candidate gone(String key, Instant at) {
        return new Candidate(PostEvent.Kind.DELETED, key, at, null, List.of(), false, "");
    }

    /** The post, where there is one. */
    public Post requirePost() {
        return Objects.requireNonNull(post, () -> key + " is gone and has no post");
    }
}
