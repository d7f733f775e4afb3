package dev.linnet.pipeline.alerts;

import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link SpikeDetector} remembers of one keyword, about 1 KiB whatever the traffic.
 *
 * @param minute the last minute seen, in minutes since 1970; −1 before the first
 * @param seen minutes of history, quiet ones included
 * @param histogram how often levels of each size were seen, older ones counting less
 * @param recent the last {@link SpikeDetector#SPAN} minutes' values, oldest first
 * @param series the last levels, oldest first
 * @param episode the minute in which the present episode began; −1 when there is none
 * @param usual what was usual when the episode began
 * @param peak the episode's highest level
 * @param calm how many minutes in a row the level was usual again
 */
public record SpikeState(
        long minute,
        long seen,
        double[] histogram,
        double[] recent,
        double[] series,
        long episode,
        double usual,
        double peak,
        int calm) {
    static SpikeState fresh() {
        return new SpikeState(
                -1, 0, new double[SpikeDetector.BINS], new double[SpikeDetector.SPAN], new double[0], -1, 0, 0, 0);
    }

    /** Whether an episode goes on. */
    public boolean inEpisode() {
        return episode >= 0;
    }

    /** The last levels, oldest first. */
    List<Double> seriesList() {
        List<Double> list = new ArrayList<>();
        for (double level : series) {
            list.add(level);
        }
        return list;
    }
}
