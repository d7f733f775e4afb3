package dev.linnet.pipeline.spikes;

/**
 * What a {@link SpikeDetector} says of a row.
 *
 * @param row the row
 * @param level the sum of the last rows
 * @param days how many days lie between bursts as high, by the series' own past; 0 for a level that is not high, or before there
 *     is enough past
 * @param isNews whether nothing nearly as rare was seen in the hours before
 * @param opened whether an episode began
 * @param closed the episode that ended, or {@link SpikeState.Episode} that does not go on
 */
public record SpikeReading(
        long row, double level, double days, boolean isNews, boolean opened, SpikeState.Episode closed) {
    /** How unusual so many days between bursts are, 0 to 1; one half is what {@link Sensitivity#BALANCED} asks for. */
    public static double score(double days) {
        return days / (days + Sensitivity.BALANCED.days());
    }
}
