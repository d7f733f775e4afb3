package dev.linnet.sinks.points;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Says that a server is not to be had: at once, then once a minute, when the cause changes, and when it is over. */
final class OutageLog {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Logger log;
    private final String server;
    private final Clock clock;
    private @Nullable Instant since;
    private Instant said = Instant.MIN;
    private Answer.@Nullable Kind cause;

    OutageLog(Logger log, String server, Clock clock) {
        this.log = log;
        this.server = server;
        this.clock = clock;
    }

    void failed(Answer answer) {
        Instant now = clock.instant();
        Instant start = since == null ? now : since;
        since = start;
        if (cause == answer.kind() && Duration.between(said, now).compareTo(EVERY) < 0) {
            return;
        }
        cause = answer.kind();
        said = now;
        log.warn(
                "{} {} since {} ({}). Points are held and nothing is lost; {}",
                server,
                cause == Answer.Kind.FORBIDDEN ? "has refused the login" : "has taken no points",
                start,
                answer.text(),
                cause == Answer.Kind.FORBIDDEN
                        ? "mend the user's password or rights"
                        : "Linnet tries again until it answers");
    }

    void worked() {
        Instant start = since;
        if (start != null) {
            // As loud as what it ends: whoever read the one waits for the other.
            log.warn("{} takes points again, after {}", server, Duration.between(start, clock.instant()));
            since = null;
            cause = null;
        }
    }
}
