package dev.linnet.cli.journal;

import dev.linnet.queue.JournalEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Predicate;

/** A moment of the journal, as the command line gives it: the number of an act, or a time. */
public final class JournalMoment implements Predicate<JournalEntry> {
    private final String given;
    private final Predicate<JournalEntry> isAfter;

    private JournalMoment(String given, Predicate<JournalEntry> isAfter) {
        this.given = given;
        this.isAfter = isAfter;
    }

    /** The journal's end. */
    public static JournalMoment end() {
        return new JournalMoment("the end", entry -> false);
    }

    /**
     * Reads {@code 1234}, {@code 2026-11-21} (its first moment), {@code 2026-11-21T09:30} (both in a zone), or a time with an offset.
     *
     * @throws IllegalArgumentException naming what would be right
     */
    public static JournalMoment parse(String given, ZoneId zone) {
        String text = given.strip();
        if (text.matches("\\d{1,18}")) {
            long sequence = Long.parseLong(text);
            return new JournalMoment(text, entry -> entry.sequence() > sequence);
        }
        Instant time = time(text, zone);
        return new JournalMoment(text, entry -> entry.at().isAfter(time));
    }

    private static Instant time(String text, ZoneId zone) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            boolean hasOffset = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
            return hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "is the number of an act in the journal, or a time such as 2026-11-21 or 2026-11-21T09:30, not '"
                            + text + "'",
                    e);
        }
    }

    /** Whether an entry comes after it. */
    @Override
    public boolean test(JournalEntry entry) {
        return isAfter.test(entry);
    }

    @Override
    public String toString() {
        return given;
    }
}
