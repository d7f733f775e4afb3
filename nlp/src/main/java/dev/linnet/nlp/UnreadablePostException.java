package dev.linnet.nlp;

/** Says why a post could not be read: it took more than its budget, or the reading broke on it. */
public final class UnreadablePostException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what went wrong, in words for the dead letter */
    public UnreadablePostException(String message) {
        super(message);
    }

    /** @param cause what the reading broke with */
    public UnreadablePostException(String message, Throwable cause) {
        super(message, cause);
    }
}
