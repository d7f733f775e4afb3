package dev.linnet.review.web;

/** What was typed or sent cannot be used; the message says what would be right. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
