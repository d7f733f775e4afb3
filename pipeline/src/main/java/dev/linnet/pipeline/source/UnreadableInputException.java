package dev.linnet.pipeline.source;

/** Says in plain words, a line for each, which of the user's files and folders can't be read and what may be done. */
public final class UnreadableInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableInputException(String message) {
        super(message);
    }
}
