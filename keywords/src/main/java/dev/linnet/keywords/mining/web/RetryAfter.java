package dev.linnet.keywords.mining.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How long a busy server asks to be left alone: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
    private static final Duration UNSAID = Duration.ofSeconds(2);

    private RetryAfter() {}

    /** The wait from now on; two seconds where the server does not say, null where it cannot be understood. */
    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null) {
            return UNSAID;
        }
        String asked = header.strip();
        try {
            Duration wait = asked.matches("-?\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(asked))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
