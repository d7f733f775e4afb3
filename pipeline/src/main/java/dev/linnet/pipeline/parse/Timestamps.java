package dev.linnet.pipeline.parse;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Reads the two ways in which platforms write a moment: {@code 2026-07-04T14:38:08.999Z} (or with an offset) and {@code
 * Wed Jul 03 06:29:00 +0000 2019}. Written by hand because every record carries several.
 */
final class Timestamps {
    static final long UNKNOWN = -1;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private Timestamps() {}

    /** Milliseconds since 1970, or {@link #UNKNOWN} where the text is no moment or one before 1970. */
    static long millis(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return millis(bytes, 0, bytes.length);
    }

    /** As {@link #millis(String)}, of bytes that begin with a moment; what follows it is ignored. */
    static long millis(byte[] text, int from, int to) {
        if (to - from < 20) {
            return UNKNOWN;
        }
        return text[from] >= '0' && text[from] <= '9' ? iso(text, from, to) : x(text, from, to);
    }

    private static long iso(byte[] text, int from, int to) {
        if (text[from + 4] != '-' || text[from + 7] != '-' || text[from + 13] != ':' || text[from + 16] != ':') {
            return UNKNOWN;
        }
        int at = from + 19;
        long fraction = 0;
        if (text[at] == '.') {
            long unit = 100;
            for (at++; at < to && text[at] >= '0' && text[at] <= '9'; at++) {
                fraction += (text[at] - '0') * unit;
                unit /= 10;
            }
        }
        long moment = moment(
                number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2), clock(text, from + 11));
        return moment == UNKNOWN ? UNKNOWN : moment + fraction - offset(text, at, to);
    }

    private static long x(byte[] text, int from, int to) {
        if (to - from < 30 || text[from + 13] != ':' || text[from + 16] != ':') {
            return UNKNOWN;
        }
        int month = MONTHS.indexOf(new String(text, from + 4, 3, StandardCharsets.ISO_8859_1));
        if (month < 0 || month % 3 != 0) {
            return UNKNOWN;
        }
        long moment =
                moment(number(text, from + 26, 4), month / 3 + 1, number(text, from + 8, 2), clock(text, from + 11));
        return moment == UNKNOWN ? UNKNOWN : moment - offset(text, from + 20, to);
    }

    private static long moment(int year, int month, int day, long clock) {
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 31 || clock < 0) {
            return UNKNOWN;
        }
        int inMonth = Math.min(day, LocalDate.of(year, month, 1).lengthOfMonth());
        return LocalDate.of(year, month, inMonth).toEpochDay() * 24 * 60 * MINUTE + clock;
    }

    /** Milliseconds since midnight of {@code HH:mm:ss}. A leap second counts as the next minute's first. */
    private static long clock(byte[] text, int from) {
        int hours = number(text, from, 2);
        int minutes = number(text, from + 3, 2);
        int seconds = number(text, from + 6, 2);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) {
            return UNKNOWN;
        }
        return (hours * 60L + minutes) * MINUTE + seconds * SECOND;
    }

    /** The offset from UTC that stands at an index: {@code Z}, {@code +02:00}, {@code +0200} or nothing. */
    private static long offset(byte[] text, int from, int to) {
        if (to - from < 5 || text[from] != '+' && text[from] != '-') {
            return 0;
        }
        int hours = number(text, from + 1, 2);
        int minutes = number(text, text[from + 3] == ':' && to - from > 5 ? from + 4 : from + 3, 2);
        long offset = (Math.max(hours, 0) * 60L + Math.max(minutes, 0)) * MINUTE;
        return text[from] == '-' ? -offset : offset;
    }

    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
