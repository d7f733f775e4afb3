package dev.linnet.pipeline.mood;

import java.util.List;

/**
 * What a {@link MoodDetector} remembers of one keyword, under 3 KiB whatever the traffic. The array is the detector's own and changes
 * with it.
 *
 * @param first the minute of the first post; {@link #NONE} before it
 * @param minute the newest minute
 * @param counts weights of past sentiments, from −1 to 1 in steps of a tenth
 * @param weight how many authors' posts the past weighs
 * @param sum the weighted sum of their sentiments
 * @param squares the weighted sum of the squares
 * @param blocks how many blocks of posts the past weighs
 * @param swings the weighted sum of the squares of their means' distances from what was usual
 * @param pending posts of the block that is not full yet
 * @param pendingSum the sum of their sentiments
 * @param means the means of the last blocks, oldest first
 * @param recent who spoke last, the newest at the end: they are no past yet
 * @param turn what is told
 */
public record MoodState(
        long first,
        long minute,
        double[] counts,
        double weight,
        double sum,
        double squares,
        double blocks,
        double swings,
        int pending,
        double pendingSum,
        List<Double> means,
        List<Speaker> recent,
        Turn turn) {
    /** No minute. */
    public static final long NONE = Long.MIN_VALUE;

    /** Of a keyword of which nothing was seen. */
    public static MoodState fresh() {
        return new MoodState(
                NONE, NONE, new double[MoodPast.BINS], 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), Turn.NONE);
    }
}
