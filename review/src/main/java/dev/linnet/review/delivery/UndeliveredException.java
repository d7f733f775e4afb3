package dev.linnet.review.delivery;

import java.time.Duration;

/** A receiver did not take an alert, and may take it later. */
final class UndeliveredException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    /** @param retryAfter how long it asks to be left alone; zero where it doesn't */
    UndeliveredException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
