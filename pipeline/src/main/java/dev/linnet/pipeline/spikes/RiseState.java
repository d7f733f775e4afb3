package dev.linnet.pipeline.spikes;

import java.util.Arrays;

/**
 * What is kept of a series' rises. The arrays change with them.
 *
 * @param past the rises seen
 * @param waiting places of the last rows' rises, which belong to the past after the lag; NaN for unknown rows
 * @param sum the weighted sum of the levels just before
 * @param weight their weight
 */
public record RiseState(PastState past, float[] waiting, double sum, double weight) {
    static RiseState fresh() {
        float[] waiting = new float[SpikeState.SERIES];
        Arrays.fill(waiting, Float.NaN);
        return new RiseState(PastState.fresh(Rises.BINS), waiting, 0, 0);
    }
}
