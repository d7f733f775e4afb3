package dev.linnet.cli.spikes;

/**
 * A spike in a series.
 *
 * @param first the row in which it was told
 * @param last the last row that was not usual again
 * @param isOpen whether the series ends before it does
 * @param peak its highest level: the sum of the last rows
 * @param compared how many times the usual that is, in words
 * @param what what of it is rare, in words
 * @param days how many days lie between such
 */
public record FoundEpisode(
        int first, int last, boolean isOpen, double peak, String compared, String what, double days) {}
