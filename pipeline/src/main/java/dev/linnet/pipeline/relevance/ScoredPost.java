package dev.linnet.pipeline.relevance;

import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.post.Post;
import dev.linnet.queue.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post with its score and the reasons for it, or the order to take it away: all that the outputs need.
 *
 * @param action what is to be done
 * @param key the post's {@code platform:id}
 * @param created when it was made
 * @param firstSeen the earliest event time at which it was met
 * @param keywords the keywords it matched, sorted
 * @param reach how often it and its near-copies are known to have been posted beside the first time
 * @param trusted whether its author is trusted
 * @param relevance the probability, 0 to 1, that the author would share it; 0 unless put
 * @param explanation every feature and what it contributes, strongest first, nothing where nothing was learnt of it; a
 *     decision learns from all of them. Empty unless put
 * @param first whether it is delivered for the first time; growth and promotions are not
 * @param post the post; null unless put
 * @param reading what the post says; null unless put
 * @param moods the moods towards keywords that are not that of the whole post
 */
public record ScoredPost(
        PostChange.Action action,
        String key,
        Instant created,
        Instant firstSeen,
        List<String> keywords,
        long reach,
        boolean trusted,
        double relevance,
        List<Contribution> explanation,
        boolean first,
        @Nullable Post post,
        @Nullable Reading reading,
        Map<String, Sentiment> moods) {

    /** The order to take a post away. */
    static ScoredPost gone(PostChange change) {
        return new ScoredPost(
                change.action(),
                change.key(),
                change.created(),
                change.firstSeen(),
                change.keywords(),
                change.reach(),
                false,
                0,
                List.of(),
                false,
                null,
                null,
                Map.of());
    }

    /** The mood towards a keyword of a post that is put: that of the clause it stands in, where the post sets it against another. */
    public Sentiment moodTowards(String keyword) {
        return moods.getOrDefault(keyword, requireReading().sentiment());
    }

    /** Whether the post is there to be written. */
    public boolean isPut() {
        return action == PostChange.Action.PUT;
    }

    /** The post, where it is put. */
    public Post requirePost() {
        return Objects.requireNonNull(post, () -> action + " of " + key + " has no post");
    }

    /** The reading, where it is put. */
    public Reading requireReading() {
        return Objects.requireNonNull(reading, () -> action + " of " + key + " has no reading");
    }
}
