package dev.linnet.queue;

import java.time.Instant;
import java.util.List;

/**
 * A post that the author would likely re-share.
 *
 * @param id {@code platform:post id} of the original post; a repost of it is the same suggestion
 * @param platform {@code x}, {@code bluesky} or {@code mastodon}
 * @param author the author's handle, without {@code @}
 * @param authorName the name shown, or the handle
 * @param text the post's text, as its author wrote it
 * @param language ISO 639-1, or {@code und}
 * @param url where the post can be read
 * @param created when it was posted
 * @param keywords the keywords it matched
 * @param relevance the probability, 0 to 1, that the author would share it
 * @param explanation the reasons, strongest first; they carry the features as they were when the score was made
 * @param sentiment {@code negative}, {@code neutral}, {@code positive} or {@code unknown}
 * @param sentimentScore −1 to 1
 * @param isVolatile whether it holds profanity
 * @param reach its reposts, with those of its near-copies
 * @param conversation {@code platform:post id} of the post that its conversation began with, as far as it is known: its own id
 *     where it answers none
 * @param links the pages that it links to, each as {@link LinkTarget} writes it
 */
public record Suggestion(
        String id,
        String platform,
        String author,
        String authorName,
        String text,
        String language,
        String url,
        Instant created,
        List<String> keywords,
        double relevance,
        List<Contribution> explanation,
        String sentiment,
        double sentimentScore,
        boolean isVolatile,
        long reach,
        String conversation,
        List<String> links) {
    public Suggestion {
        // Nothing is there in a checkpoint that an earlier version made.
        conversation = conversation == null ? id : conversation;
        links = links == null ? List.of() : List.copyOf(links);
    }

    /** A post that answers none and links to nothing. */
    public Suggestion(
            String id,
            String platform,
            String author,
            String authorName,
            String text,
            String language,
            String url,
            Instant created,
            List<String> keywords,
            double relevance,
            List<Contribution> explanation,
            String sentiment,
            double sentimentScore,
            boolean isVolatile,
            long reach) {
        this(
                id,
                platform,
                author,
                authorName,
                text,
                language,
                url,
                created,
                keywords,
                relevance,
                explanation,
                sentiment,
                sentimentScore,
                isVolatile,
                reach,
                id,
                List.of());
    }
}
