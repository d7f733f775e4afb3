package dev.linnet.review.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. A session is 256 random bits, lasts 12 hours from its last use, and ends with the console. After ten
 * wrong passwords within a minute no password is tried for the rest of that minute. Thread-safe.
 */
public final class Sessions {
    /** The session cookie's name. */
    public static final String COOKIE = "linnet_session";

    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALLOWED_FAILURES = 10;

    private final byte[] password;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> usedLast = new ConcurrentHashMap<>();
    private Instant windowStart;
    private int failures;

    public Sessions(String password, Clock clock) {
        this.password = digest(password);
        this.clock = clock;
        this.windowStart = clock.instant();
    }

    /** Starts a session if the password is right. */
    public synchronized Optional<String> start(String given) {
        // Digests have one length, so that the comparison takes the same time whatever was typed.
        if (!MessageDigest.isEqual(password, digest(given))) {
            failures++;
            return Optional.empty();
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant();
        usedLast.values().removeIf(used -> used.plus(LIFE).isBefore(now));
        usedLast.put(session, now);
        return Optional.of(session);
    }

    /** Whether too many wrong passwords were tried of late. */
    public synchronized boolean isBlocked() {
        Instant now = clock.instant();
        if (windowStart.plus(WINDOW).isBefore(now)) {
            windowStart = now;
            failures = 0;
        }
        return failures >= ALLOWED_FAILURES;
    }

    /** Whether a session is there and has not expired; using it keeps it alive. */
    public boolean isValid(@Nullable String session) {
        if (session == null) {
            return false;
        }
        Instant now = clock.instant();
        return usedLast.computeIfPresent(session, (key, used) -> used.plus(LIFE).isBefore(now) ? null : now) != null;
    }

    /** Ends a session. */
    public void end(@Nullable String session) {
        if (session != null) {
            usedLast.remove(session);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
