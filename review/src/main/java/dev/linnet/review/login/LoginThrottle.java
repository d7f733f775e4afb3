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
 * compared. All IPv6 clients of one /48 block together may be wrong 50 times. Clients do not affect each other, so a stranger cannot lock the owner out. Thread-safe.
 *
 * <p>A sliding window holds the time of each wrong password. Checking the limit, comparing and counting are one step under
 * one lock, so that requests which arrive together cannot pass the limit. The number of clients in memory is bounded; the
 * client that tried longest ago is forgotten first.
 */
public final class LoginThrottle {
    /** How many wrong passwords a client may send within the window. */
    static final int LIMIT = 10;
    /** How many wrong passwords all clients of a site may send within the window. */
    static final int SITE_LIMIT = 50;
    /** The length of the sliding window. */
    static final Duration WINDOW = Duration.ofSeconds(60);
    /** How many clients are remembered. */
    static final int CAPACITY = 10_000;

    private static final boolean BY_LAST_USE = true;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, BY_LAST_USE) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
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
        boolean hasSite = !client.site().equals(client.name());
        Duration wait = wait(client.name(), LIMIT, now);
        Duration siteWait = hasSite ? wait(client.site(), SITE_LIMIT, now) : Duration.ZERO;
        if (!wait.isZero() || !siteWait.isZero()) {
            return new Attempt(false, wait.compareTo(siteWait) > 0 ? wait : siteWait);
        }
        if (isRight.getAsBoolean()) {
            return new Attempt(true, Duration.ZERO);
        }
        count(client.name(), now);
        if (hasSite) {
            count(client.site(), now);
        }
        return new Attempt(false, Duration.ZERO);
    }

    /** How long until a wrong password may be sent again; zero for at once. */
    private Duration wait(String who, int limit, Instant now) {
        Instant windowStart = now.minus(WINDOW);
        Deque<Instant> recent = failures.get(who);
        if (recent == null) {
            return Duration.ZERO;
        }
        // Times after now are left from before the clock was set back.
        recent.removeIf(at -> !at.isAfter(windowStart) || at.isAfter(now));
        return recent.size() < limit ? Duration.ZERO : Duration.between(windowStart, recent.getFirst());
    }

    private void count(String who, Instant now) {
        failures.computeIfAbsent(who, key -> new ArrayDeque<>(LIMIT)).addLast(now);
    }

    /** How many clients and sites are in memory. */
    synchronized int size() {
        return failures.size();
    }
}
