package dev.linnet.review.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. A session is 256 random bits. It ends 12 hours after its last use, 7 days after its start, by logout, or
 * with the console. Thread-safe.
 */
public final class Sessions {
    /** The session cookie's name. */
    public static final String COOKIE = "linnet_session";
    /** How many sessions there can be at a time. */
    static final int LIMIT = 100;

    private static final Duration UNUSED_LIMIT = Duration.ofHours(12);
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final byte[] password;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new HashMap<>();

    public Sessions(String password, Clock clock) {
        this.password = digest(password);
        this.clock = clock;
    }

    private record Session(Instant started, Instant usedLast) {
        boolean isOpen(Instant now) {
            return now.isBefore(usedLast.plus(UNUSED_LIMIT)) && now.isBefore(started.plus(LIFETIME));
        }
    }

    /** Whether this is the password. The comparison takes the same time whatever was typed. */
    public boolean isPassword(String given) {
        return MessageDigest.isEqual(password, digest(given));
    }

    /** Starts a session, or gives nothing when there are as many as there can be. */
    public synchronized Optional<String> start() {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !session.isOpen(now));
        if (sessions.size() >= LIMIT) {
            return Optional.empty();
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        sessions.put(id, new Session(now, now));
        return Optional.of(id);
    }

    /** Whether a session is open; this is a use, which extends it. */
    public synchronized boolean use(@Nullable String id) {
        if (!isOpen(id)) {
            return false;
        }
        Instant now = clock.instant();
        sessions.computeIfPresent(id, (key, session) -> new Session(session.started(), now));
        return true;
    }

    /** Whether a session is open; this does not extend it. */
    public synchronized boolean isOpen(@Nullable String id) {
        Session session = id == null ? null : sessions.get(id);
        return session != null && session.isOpen(clock.instant());
    }

    /** Ends a session. */
    public synchronized void end(@Nullable String id) {
        if (id != null) {
            sessions.remove(id);
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
