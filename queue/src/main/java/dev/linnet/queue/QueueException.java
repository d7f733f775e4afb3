package dev.linnet.queue;

import org.jspecify.annotations.Nullable;

/** The queue database could not do what was asked; the message names the database, the cause and the mend. */
public class QueueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * @param message names the thing and the mend
     * @param retryable whether the same call may succeed later (locked, connection lost, disk full)
     */
    public QueueException(String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the same call may succeed later. */
    public boolean isRetryable() {
        return retryable;
    }
}
