package dev.linnet.keywords.mining.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people write them: {@code March 5th, 2026}, {@code 5. März 2026, 14:05}, {@code 5 de marzo de 2026},
 * {@code 05.03.2026}, {@code 2026/03/05}. What may mean two days, such as {@code 03/05/2026}, is not read. A time counts as
 * UTC.
 */
final class WrittenDates {
    private static final int LONGEST = 80;
    private static final Pattern DAY_MONTH = Pattern.compile(
            "\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:de\\s+|of\\s+)?(\\p{L}{3,})\\.?,?\\s+(?:de\\s+)?(\\d{4})\\b");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})\\b");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile("(\\d{4})年\\s?(\\d{1,2})月\\s?(\\d{1,2})日");
    private static final Pattern COMPACT = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T\\d{4,6}Z?)?$");
    private static final Pattern CLOCK = Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?::\\d{2})?\\s*([aApP]\\.?[mM])?");
    private static final Map<String, Integer> MONTHS = months();

    private WrittenDates() {}

    /** The moment, or null if the text is no date that is understood. */
    static @Nullable Instant parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher written = DAY_MONTH.matcher(text);
        if (written.find()) {
            return moment(written.group(3), month(written.group(2)), written.group(1), text);
        }
        written = MONTH_DAY.matcher(text);
        if (written.find()) {
            return moment(written.group(3), month(written.group(1)), written.group(2), text);
        }
        written = DOTTED.matcher(text);
        if (written.find()) {
            return moment(written.group(3), Integer.parseInt(written.group(2)), written.group(1), text);
        }
        for (Pattern form : List.of(YEAR_FIRST, YEAR_MONTH_DAY, COMPACT)) {
            written = form.matcher(text);
            if (written.find()) {
                return moment(written.group(1), Integer.parseInt(written.group(2)), written.group(3), text);
            }
        }
        return null;
    }

    private static int month(String name) {
        return MONTHS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static @Nullable Instant moment(String year, int month, String day, String text) {
        try {
            return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day))
                    .atTime(clock(text))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime clock(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find()) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(clock.group(1));
        String half = clock.group(3);
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        return hour > 23 ? LocalTime.MIDNIGHT : LocalTime.of(hour, Math.min(59, Integer.parseInt(clock.group(2))));
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl")) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = month.getDisplayName(style, locale).toLowerCase(locale);
                    months.putIfAbsent(name.replace(".", ""), month.getValue());
                }
            }
        }
        months.put("sept", Month.SEPTEMBER.getValue());
        return months;
    }
}
