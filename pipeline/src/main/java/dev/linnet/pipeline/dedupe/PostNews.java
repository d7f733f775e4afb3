package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.filter.Candidate;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is new about one post, told to the group of posts that share its text.
 *
 * @param kind what is new
 * @param key the post's {@code platform:id}
 * @param group the {@link Fingerprint} of its text
 * @param revision counts the post's versions, from 1; a later version has a larger one
 * @param at event time of the news
 * @param created when the post was made, in this version
 * @param reach how often the post is known to have been reposted
 * @param firstSeen the earliest event time at which the post was met
 * @param trustedVia a trusted author who reposted it, or empty
 * @param first whether this record has not been counted yet, so that it counts where it ends
 * @param candidate the post's content; only with {@link Kind#CONTENT}
 */
public record PostNews(
        Kind kind,
        String key,
        long group,
        int revision,
        Instant at,
        Instant created,
        long reach,
        Instant firstSeen,
        String trustedVia,
        boolean first,
        @Nullable Candidate candidate) {
    /** What may be new about a post. */
    public enum Kind {
        /** The post, or a newer version of it. */
        CONTENT,
        /** Its reach grew, a trusted author reposted it, or it turned out to have been met earlier. */
        RAISED,
        /** An edit took it to another group. */
        LEFT,
        /** It was deleted. */
        DELETED
    }

    /** The content, where there is some. */
    public Candidate requireCandidate() {
        return Objects.requireNonNull(candidate, () -> kind + " news of " + key + " has no content");
    }
}
