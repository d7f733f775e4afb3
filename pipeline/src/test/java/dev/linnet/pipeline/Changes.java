package dev.linnet.pipeline;

import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.enrich.ReadPost;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes changes of posts for tests, read and unread. */
public final class Changes {
    private Changes() {}

    /** The order to write a post. */
    public static PostChange put(Post post, boolean first, String... keywords) {
        Candidate candidate =
                new Candidate(Candidate.Kind.POST, post.key(), post.arrived(), post, List.of(keywords), false, "");
        return new PostChange(
                PostChange.Action.PUT,
                post.key(),
                1,
                post.created(),
                post.arrived(),
                List.of(keywords),
                0,
                first,
                candidate);
    }

    /** The order to take a post away. */
    public static PostChange gone(PostChange.Action action, Post post, String... keywords) {
        Instant created = post.created();
        return new PostChange(action, post.key(), 1, created, created, List.of(keywords), 0, false, null);
    }

    /** A post as reading it leaves it. */
    public static ReadPost read(PostChange change, List<String> phrases, List<String> hashtags) {
        String text = change.requireCandidate().requirePost().text();
        return new ReadPost(
                change,
                new Reading(text, "en", 1, List.of(), Sentiment.UNKNOWN, List.of(), phrases, hashtags, List.of()),
                Map.of());
    }

    /** A post as reading it leaves it, without phrases. */
    public static ReadPost read(PostChange change) {
        return read(change, List.of(), List.of());
    }
}
