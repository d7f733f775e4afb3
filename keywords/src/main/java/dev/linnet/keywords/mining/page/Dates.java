package dev.linnet.keywords.mining.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as blogs and feeds write them. A date without a zone is taken as UTC. */
public final class Dates {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final List<DateTimeFormatter> FORMATS = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSSSSS][.SSS]XX"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][ ]XX"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][ ]XXX"),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    private Dates() {}

    /** The moment, or null if the text is no date that is understood. */
    public static @Nullable Instant parse(String text) {
        String date = text.strip();
        for (DateTimeFormatter format : FORMATS) {
            Instant moment = tryParse(date, format);
            if (moment != null) {
                return moment;
            }
        }
        return local(date);
    }

    private static @Nullable Instant tryParse(String date, DateTimeFormatter format) {
        try {
            TemporalAccessor parsed = format.parse(date);
            return Instant.from(parsed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Instant local(String date) {
        try {
            String iso = date.replace(' ', 'T');
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            Instant day = day(date);
            return day == null ? WrittenDates.parse(date) : day;
        }
    }

    private static @Nullable Instant day(String date) {
        Matcher day = DAY.matcher(date);
        if (!day.lookingAt()) {
            return null;
        }
        try {
            return LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
