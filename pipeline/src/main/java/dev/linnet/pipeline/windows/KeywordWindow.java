package dev.linnet.pipeline.windows;

import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.List;

/**
 * A keyword's minute. A later result for the same minute replaces the earlier.
 *
 * @param keyword the keyword
 * @param start the minute's start, in event time
 * @param posts relevant posts
 * @param authors different authors
 * @param relevanceSum the sum of their relevance
 * @param sentimentMean the mean of their sentiment, −1 to 1
 * @param onTime whether this is the minute's first result; a correction is not
 * @param top the most relevant posts, at most {@value #TOP}
 * @param topMoods the sentiment of each of these
 * @param words words that came with it, most frequent first
 * @param sample those of all posts whose keys have the smallest hashes, at most {@value #SAMPLE}: a fair sample, and of two keywords on
 *     the same posts the same one
 */
public record KeywordWindow(
        String keyword,
        Instant start,
        long posts,
        long authors,
        double relevanceSum,
        double sentimentMean,
        boolean onTime,
        List<Alert.DrivingPost> top,
        List<Double> topMoods,
        List<String> words,
        List<Voice> sample) {
    /** How many posts a window shows. */
    public static final int TOP = 5;

    /** How many posts it samples. */
    public static final int SAMPLE = 16;
}
