package dev.linnet.cli.spikes;

/** A file holds no series; the message names file and line, and what would be right. */
public final class UnreadableSeriesException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableSeriesException(String message) {
        super(message);
    }
}
