package dev.linnet.pipeline.parse;

import java.nio.charset.StandardCharsets;

/**
 * Tells when a record was sent from a quick look at its bytes, for replaying a recording at its own speed. It may err where a
 * record orders its fields in an unusual way; {@link RecordParser} tells the time exactly.
 */
public final class RecordTimes {
    /** Returned where a record tells no time. */
    public static final long UNKNOWN = -1;

    private static final byte[] DELETE = ascii("{\"delete\"");
    private static final byte[] X_TIME = ascii("\"timestamp_ms\":");
    private static final byte[] JETSTREAM_TIME = ascii("\"time_us\":");
    private static final byte[] JETSTREAM_2_TIME = ascii("\"time\":\"");
    private static final byte[] CREATED = ascii("created_at");

    /** Where X puts the time: within this many bytes of the record's end. */
    private static final int TAIL = 64;

    /** Where Jetstream puts the time: within this many bytes of the record's beginning. */
    private static final int HEAD = 400;

    private RecordTimes() {}

    /**
     * The time of the record in {@code buffer[from, to)}, in milliseconds since 1970, or {@link #UNKNOWN}. X's delete notices
     * have none here: theirs is an hour and more before they are sent.
     */
    public static long millis(byte[] buffer, int from, int to) {
        if (Bytes.startsWith(buffer, from, to, DELETE)) {
            return UNKNOWN;
        }
        int atTail = Bytes.indexOf(buffer, Math.max(from, to - TAIL), to, X_TIME);
        if (atTail >= 0) {
            return digits(buffer, atTail + X_TIME.length, to);
        }
        int head = Math.min(to, from + HEAD);
        int micros = Bytes.indexOf(buffer, from, head, JETSTREAM_TIME);
        if (micros >= 0) {
            long value = digits(buffer, micros + JETSTREAM_TIME.length, to);
            return value < 0 ? UNKNOWN : value / 1_000;
        }
        int time = Bytes.indexOf(buffer, from, head, JETSTREAM_2_TIME);
        if (time >= 0) {
            return Timestamps.millis(buffer, time + JETSTREAM_2_TIME.length, to);
        }
        int created = Bytes.indexOf(buffer, from, to, CREATED);
        return created < 0 ? UNKNOWN : Timestamps.millis(buffer, pastMarks(buffer, created + CREATED.length, to), to);
    }

    private static long digits(byte[] buffer, int from, int to) {
        int at = pastMarks(buffer, from, to);
        long number = 0;
        int begin = at;
        while (at < to && buffer[at] >= '0' && buffer[at] <= '9' && at - begin < 18) {
            number = number * 10 + (buffer[at++] - '0');
        }
        return at == begin ? UNKNOWN : number;
    }

    /** Past quotation marks (also escaped), the colon and blanks. */
    private static int pastMarks(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && (buffer[at] == '"' || buffer[at] == '\\' || buffer[at] == ':' || buffer[at] == ' ')) {
            at++;
        }
        return at;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
