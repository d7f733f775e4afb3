package dev.linnet.pipeline.source;

import java.nio.charset.StandardCharsets;

/**
 * Tells from a record's bytes whether it must be read even though it holds no keyword: deletions, withheld posts, edits,
 * messages about the stream, and what does not look like a record at all. Only what is known for an ordinary post may be
 * left unread, so anything unusual says yes.
 */
final class Notices {
    /** How statuses of X and Mastodon begin; no notice has these first. */
    private static final byte[][] STATUS = {ascii("{\"created_at\""), ascii("{\"id\""), ascii("{\"text\"")};

    /** Mastodon's ids are texts, X's are numbers here. */
    private static final byte[] MASTODON_STATUS = ascii("{\"id\":\"");

    private static final byte[] MASTODON_EDIT = ascii("\"edited_at\":\"");
    private static final byte[] X_DATA = ascii("{\"data\"");
    private static final byte[] X_TEXT = ascii("\"text\":\"");
    private static final byte[] X_VERSIONS = ascii("\"edit_history_tweet_ids\":[\"");
    private static final byte[] CREATED = ascii("\"operation\":\"create\"");

    private Notices() {}

    /** Whether the record in {@code buffer[from, to)} must be read. */
    static boolean mayBe(byte[] buffer, int from, int to) {
        if (buffer[from] != '{' || buffer[to - 1] != '}') {
            return true;
        }
        if (startsWith(buffer, from, to, MASTODON_STATUS)) {
            return indexOf(buffer, from, to, MASTODON_EDIT) >= 0;
        }
        for (byte[] head : STATUS) {
            if (startsWith(buffer, from, to, head)) {
                return false;
            }
        }
        if (startsWith(buffer, from, to, X_DATA)) {
            return indexOf(buffer, from, to, X_TEXT) < 0 || isEdit(buffer, from, to);
        }
        return indexOf(buffer, from, to, CREATED) < 0;
    }

    /** Whether a post of X's API v2 has more than one version. */
    private static boolean isEdit(byte[] buffer, int from, int to) {
        int versions = indexOf(buffer, from, to, X_VERSIONS);
        if (versions < 0) {
            return false;
        }
        int at = versions + X_VERSIONS.length;
        while (at < to && buffer[at] != '"') {
            at++;
        }
        return at + 1 >= to || buffer[at + 1] != ']';
    }

    private static boolean startsWith(byte[] buffer, int from, int to, byte[] head) {
        if (to - from < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if (buffer[from + i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] buffer, int from, int to, byte[] sought) {
        byte second = sought[1];
        int last = to - sought.length;
        for (int i = from; i <= last; i++) {
            // The second byte is a letter, and rarer than the quotation mark before it.
            if (buffer[i + 1] == second && startsWith(buffer, i, to, sought)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
