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
        long reach) {}
