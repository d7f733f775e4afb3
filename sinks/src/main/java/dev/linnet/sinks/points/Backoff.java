package dev.linnet.sinks.points;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before the next try: doubling from a fifth of a second to a cap, or as the server asks, with jitter. */
final class Backoff {
    private static final long FIRST_MILLIS = 200;
    private static final int MOST_DOUBLINGS = 20;
    private static final double JITTER = 0.2;

    private final Duration cap;
    private final Duration retryAfterCap;
    private final RandomGenerator random;
    private int failures;

    /**
     * @param cap the longest wait that is our own choice
     * @param retryAfterCap the longest wait that a server can ask for
     * @param random for the jitter
     */
    Backoff(Duration cap, Duration retryAfterCap, RandomGenerator random) {
        this.cap = cap;
        this.retryAfterCap = retryAfterCap;
        this.random = random;
    }

    /** The wait after one more failure; jitter only lengthens what a server asked for. */
    Duration next(@Nullable Duration retryAfter) {
        long doubled = FIRST_MILLIS << Math.min(failures++, MOST_DOUBLINGS);
        long own = (long) (Math.min(doubled, cap.toMillis()) * (1 - JITTER * random.nextDouble()));
        if (retryAfter == null) {
            return Duration.ofMillis(own);
        }
        long asked = Math.min(retryAfter.toMillis(), retryAfterCap.toMillis());
        return Duration.ofMillis(Math.max(own, (long) (asked * (1 + JITTER * random.nextDouble()))));
    }

    void reset() {
        failures = 0;
    }
}
