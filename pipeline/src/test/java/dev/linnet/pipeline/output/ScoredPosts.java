package dev.linnet.pipeline.output;

import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.queue.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Makes scored posts for tests. */
final class ScoredPosts {
    private ScoredPosts() {}

    static ScoredPost put(Post post, double relevance, Instant firstSeen, boolean first, String... keywords) {
        return put(post, relevance, firstSeen, first, Map.of(), keywords);
    }

    static ScoredPost put(
            Post post,
            double relevance,
            Instant firstSeen,
            boolean first,
            Map<String, Sentiment> moods,
            String... keywords) {
        return new ScoredPost(
                PostChange.Action.PUT,
                post.key(),
                post.created(),
                firstSeen,
                List.of(keywords),
                3,
                false,
                relevance,
                List.of(new Contribution("author", post.author(), 1, 0.5)),
                first,
                post,
                new Reading(
                        post.text(),
                        "en",
                        1,
                        List.of(),
                        new Sentiment(Sentiment.Label.POSITIVE, 0.5),
                        List.of(),
                        List.of("bird box", "gear", "nestwatch", "flink"),
                        List.of("swift2026", "lottery"),
                        List.of("Nestwatch", "Guild of Ringers", "Flink")),
                moods);
    }

    static ScoredPost gone(PostChange.Action action, Post post, String... keywords) {
        return new ScoredPost(
                action,
                post.key(),
                post.created(),
                post.created(),
                List.of(keywords),
                0,
                false,
                0,
                List.of(),
                false,
                null,
                null,
                Map.of());
    }
}
