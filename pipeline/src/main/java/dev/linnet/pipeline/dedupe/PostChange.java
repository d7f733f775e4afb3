package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.filter.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about one post in every output. Changes of one post travel in order, through the same subtasks.
 *
 * @param action what is to be done
 * @param key the post's {@code platform:id}
 * @param revision the post's version
 * @param created when the post was made, in the version that the action is about
 * @param firstSeen the earliest event time at which the post was met
 * @param keywords the keywords that the version matched
 * @param reach how often the post and its near-copies are known to have been posted beside the first time
 * @param first whether the record that caused this has not been counted yet, so that it counts where it ends
 * @param candidate the content; only with {@link Action#PUT}
 */
public record PostChange(
        Action action,
        String key,
        int revision,
        Instant created,
        Instant firstSeen,
        List<String> keywords,
        long reach,
        boolean first,
        @Nullable Candidate candidate) {
    /** What may be done about a post. */
    public enum Action {
        /** Write it; what stands there of it is written over. */
        PUT,
        /** Take it away; it may come back. */
        WITHDRAW,
        /** Take it away for ever: it was deleted on its platform. */
        DELETE
    }

    /** The content, where there is some. */
    public Candidate requireCandidate() {
        return Objects.requireNonNull(candidate, () -> action + " of " + key + " has no content");
    }

    /** The same with another text of the post. */
    public PostChange withText(String text) {
        Candidate other = requireCandidate().withText(text);
        return new PostChange(action, key, revision, created, firstSeen, keywords, reach, first, other);
    }

    /** The order to take away what this change put. */
    public PostChange withdrawn() {
        return new PostChange(Action.WITHDRAW, key, revision, created, firstSeen, keywords, reach, false, null);
    }
}
