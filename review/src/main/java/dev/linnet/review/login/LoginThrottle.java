package dev.linnet.review.login;

import dev.linnet.review.web.ClientNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Limits password guessing: a client may be wrong ten times in any 60 seconds; until then passes, its passwords are not
 * compared. Clients do not affect each other, so a stranger cannot lock the owner out. Thread-safe.
 *
 * <p>A sliding window holds the time of each wrong password. Checking the limit, comparing and counting are one step under
 * one lock, so that requests which arrive together cannot pass the limit. The number of clients in memory is bounded; the
 * client that tried longest ago is forgotten first.
 */
public final class LoginThrottle {
    /** How many wrong passwords a client may send within the window. */
    static final int LIMIT = 10;
    /** The length of the sliding window. */
    static final Duration WINDOW = Duration.ofSeconds(60);
    /** How many clients are remembered. */
    static final int CAPACITY = 10_000;

    private static final boolean BY_LAST_USE = true;

    private final Clock clock;
    private final Map<ClientNetwork, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, BY_LAST_USE) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ClientNetwork, Deque<Instant>> eldest) {
            return size() > CAPACITY;
        }
    };

    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * What became of an attempt.
     *
     * @param isRight whether the password was compared and is right
     * @param retryAfter how long the client has to wait before its next attempt, when this one was not compared; else zero
     */
    public record Attempt(boolean isRight, Duration retryAfter) {
        /** Whether the password was not compared, because the client had too many failures. */
        public boolean isBlocked() {
            return !retryAfter.isZero();
        }
    }

    /**
     * Compares a password, unless the client has failed too often.
     *
     * @param client who tries
     * @param isRight compares the password; called once or not at all
     */
    public synchronized Attempt attempt(ClientNetwork client, BooleanSupplier isRight) {
        Instant now = clock.instant();
        Instant windowStart = now.minus(WINDOW);
        Deque<Instant> recent = failures.get(client);
        if (recent != null) {
            // Times after now are left from before the clock was set back.
            recent.removeIf(at -> !at.isAfter(windowStart) || at.isAfter(now));
            if (recent.size() >= LIMIT) {
                return new Attempt(false, Duration.between(windowStart, recent.getFirst()));
            }
        }
        if (isRight.getAsBoolean()) {
            return new Attempt(true, Duration.ZERO);
        }
        failures.computeIfAbsent(client, key -> new ArrayDeque<>(LIMIT)).addLast(now);
        return new Attempt(false, Duration.ZERO);
    }

    /** How many clients are in memory. */
    synchronized int size() {
        return failures.size();
    }
}
