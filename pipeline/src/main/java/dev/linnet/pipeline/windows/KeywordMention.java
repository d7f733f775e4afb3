package dev.linnet.pipeline.windows;

import java.time.Instant;
import java.util.List;

/**
 * A relevant post and one of the keywords it matched. A second mention by the same post takes the place of the first.
 *
 * @param keyword the keyword's canonical text
 * @param priority whether the keyword's use is worth an alert by itself
 * @param postKey {@code platform:id}
 * @param author the author's handle
 * @param at event time
 * @param relevance 0 to 1
 * @param sentiment of the post towards the keyword, −1 to 1
 * @param text the post's text
 * @param url where it can be read
 * @param words phrases and hashtags of the post
 * @param gone whether the post was deleted or lost to a better copy: its mention is taken back
 */
public record KeywordMention(
        String keyword,
        boolean priority,
        String postKey,
        String author,
        Instant at,
        double relevance,
        double sentiment,
        String text,
        String url,
        List<String> words,
        boolean gone) {}
