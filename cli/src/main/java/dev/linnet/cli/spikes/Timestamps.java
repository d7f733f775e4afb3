package dev.linnet.cli.spikes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Timestamps as series have them: a date, a date and a time, or one with its offset from UTC. */
final class Timestamps {
    private static final int DATE = "2026-11-01".length();

    private Timestamps() {}

    /** Milliseconds since 1970, by UTC where the offset is written and by the file's own clock where it is not. */
    static OptionalLong millis(String text) {
        String iso = text.length() > DATE && text.charAt(DATE) == ' '
                ? text.substring(0, DATE) + "T" + text.substring(DATE + 1)
                : text;
        try {
            return OptionalLong.of(parse(iso));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static long parse(String iso) {
        if (iso.length() == DATE) {
            return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
        boolean hasOffset = iso.endsWith("Z") || iso.indexOf('+', DATE) > 0 || iso.indexOf('-', DATE) > 0;
        return hasOffset
                ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
