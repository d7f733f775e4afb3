package dev.linnet.pipeline.alerts;

import java.time.Instant;

/**
 * A phrase, hashtag or name that nobody tracks, in a relevant post.
 *
 * @param phrase lower case; a hashtag with its {@code #}
 * @param postKey {@code platform:id}
 * @param author the author's handle
 * @param at event time
 * @param relevance 0 to 1
 * @param sentiment −1 to 1
 * @param text the post's text
 * @param url where it can be read
 */
public record PhraseUse(
        String phrase,
        String postKey,
        String author,
        Instant at,
        double relevance,
        double sentiment,
        String text,
        String url) {}
