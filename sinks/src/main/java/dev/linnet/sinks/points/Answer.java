package dev.linnet.sinks.points;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a server said to a request, sorted by what to do about it.
 *
 * @param kind what to do
 * @param text the server's words, for logs
 * @param retryAfter how long the server asks to be left alone, or null
 */
record Answer(Kind kind, String text, @Nullable Duration retryAfter) {
    enum Kind {
        /** All is done. */
        OK,
        /** All is written but the oldest points, which the server no longer keeps. */
        BEYOND_RETENTION,
        /** At least one line is bad; the others may or may not be written. */
        BAD_LINES,
        /** The request is too big. */
        TOO_LARGE,
        /** The database or its retention policy is not there. */
        MISSING,
        /** The login is refused; a person has to mend it. */
        FORBIDDEN,
        /** Not now. */
        RETRY,
        /** Never: this is not the server that it should be. */
        FATAL
    }

    static final Answer OK = new Answer(Kind.OK, "", null);

    static Answer of(Kind kind, String text) {
        return new Answer(kind, text, null);
    }
}
