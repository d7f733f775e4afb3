package dev.linnet.pipeline.parse;

import dev.linnet.pipeline.post.Deletion;
import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.PostEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads X's delete notice from its bytes, in the one form in which X sends it: two records of three in the sample stream are
 * one. Whatever differs by a byte is left to the JSON parser.
 */
final class DeleteNotice {
    private static final byte[] HEAD = ascii("{\"delete\":{\"status\":{\"id\":");
    private static final byte[] ID_TEXT = ascii("\"id_str\":\"");
    private static final byte[] USER = ascii("\"user_id\":");
    private static final byte[] USER_TEXT = ascii("\"user_id_str\":\"");
    private static final byte[] TIME = ascii(",\"timestamp_ms\":\"");
    private static final byte[] END = ascii("}}");
    private static final int MOST_DIGITS = 18;

    private final byte[] text;
    private final int to;
    private int at;

    private DeleteNotice(byte[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /** The deletion that a record is; null where it is none in this form. */
    static @Nullable Parsed match(byte[] text, int from, int to) {
        if (to - from < HEAD.length || text[from + 2] != 'd') {
            return null;
        }
        return new DeleteNotice(text, from, to).read();
    }

    private @Nullable Parsed read() {
        if (!skip(HEAD)) {
            return null;
        }
        int idFrom = at;
        long id = digits();
        int idTo = at;
        if (id < 0) {
            return null;
        }
        while (skip(',')) {
            if (!field()) {
                return null;
            }
        }
        if (!skip('}')) {
            return null;
        }
        long time = Timestamps.UNKNOWN;
        if (skip(TIME)) {
            time = digits();
            if (time < 0 || !skip('"')) {
                return null;
            }
        }
        if (!skip(END) || at != to) {
            return null;
        }
        long when = time >= 0 ? time : Math.max(0, PlatformIds.xMillis(id));
        String idText = new String(text, idFrom, idTo - idFrom, StandardCharsets.ISO_8859_1);
        return Parsed.event(PostEvent.of(new Deletion(Platform.X, idText, Instant.ofEpochMilli(when))));
    }

    private boolean field() {
        if (skip(USER)) {
            return digits() >= 0;
        }
        return (skip(ID_TEXT) || skip(USER_TEXT)) && digits() >= 0 && skip('"');
    }

    private boolean skip(byte[] expected) {
        int end = at + expected.length;
        if (end > to) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (text[at + i] != expected[i]) {
                return false;
            }
        }
        at = end;
        return true;
    }

    private boolean skip(char expected) {
        if (at < to && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private long digits() {
        int from = at;
        long number = 0;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            number = number * 10 + (text[at++] - '0');
        }
        // Longer numbers may overflow; the JSON parser reads those.
        return at == from || at - from > MOST_DIGITS + 1 || number < 0 ? -1 : number;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
