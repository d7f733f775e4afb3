package dev.linnet.pipeline.spikes;

import dev.linnet.pipeline.spikes.SpikeState.Mark;

/**
 * What is kept of a height's past. The arrays change with it.
 *
 * @param heights weights of the rows' heights on a logarithmic scale
 * @param peaks weights of the bursts' peaks on the same scale
 * @param total the weight of all rows
 * @param burst the latest burst: its peak's place, and the last row in it
 * @param highest the highest bin with anything in it
 */
public record PastState(float[] heights, float[] peaks, double total, Mark burst, int highest) {
    static PastState fresh(int bins) {
        return new PastState(new float[bins], new float[bins], 0, Mark.NEVER, 0);
    }
}
