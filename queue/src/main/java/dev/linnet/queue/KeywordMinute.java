package dev.linnet.queue;

import java.time.Instant;

/**
 * A keyword's minute, for the console's trends.
 *
 * @param keyword the keyword
 * @param minute the minute's start
 * @param posts relevant posts in it
 * @param authors different authors in it
 * @param relevanceSum the sum of the posts' relevance
 * @param sentimentMean the mean of the posts' sentiment score, −1 to 1
 */
public record KeywordMinute(
        String keyword, Instant minute, long posts, long authors, double relevanceSum, double sentimentMean) {}
