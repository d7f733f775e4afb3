package dev.linnet.keywords.matching;

import dev.linnet.keywords.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides on a record's raw JSON bytes whether it is worth parsing.
 *
 * <p>Never false where {@link KeywordMatcher} would match the text or a hashtag, or where the author or reposter is trusted;
 * seldom true otherwise. It looks only at the values that hold posts' texts (keys {@code text}, {@code full_text} and others that
 * end in {@code _text}; Mastodon's {@code content}), hashtags that may not stand in them ({@code tag}, {@code tags}) and, if any
 * author is trusted, authors ({@code screen_name}, {@code username}, {@code acct}, {@code handle}, {@code author}, {@code did}) in
 * the shapes of X v1.1, X v2, Jetstream and Mastodon: UTF-8, values with any JSON escapes, keys without. The {@code payload} of a
 * Mastodon message, a record within a string, is looked at in the same way.
 *
 * <p>The keys are found by {@link KeyWindows}, which touches a quarter of the positions; only the values found are read
 * byte by byte. Immutable and safe for use by several threads: a changed vocabulary makes a new prefilter.
 */
public final class Prefilter {
    private static final KeyWindows.Key TEXT = new KeyWindows.Key("text", 0);
    private static final KeyWindows.Key LONGER_TEXT = new KeyWindows.Key("_text", 1);
    private static final KeyWindows.Key CONTENT = new KeyWindows.Key("content", 1);
    private static final KeyWindows.Key TAG = new KeyWindows.Key("tag", 0);
    private static final KeyWindows.Key TAGS = new KeyWindows.Key("tags", 0);
    private static final KeyWindows.Key PAYLOAD = new KeyWindows.Key("payload", 1);
    private static final List<KeyWindows.Key> DELETIONS = List.of(
            new KeyWindows.Key("delete", 1),
            new KeyWindows.Key("status_withheld", 4),
            new KeyWindows.Key("user_withheld", 2));
    private static final List<KeyWindows.Key> HANDLES = List.of(
            new KeyWindows.Key("screen_name", 2),
            new KeyWindows.Key("username", 1),
            new KeyWindows.Key("acct", 0),
            new KeyWindows.Key("handle", 0),
            new KeyWindows.Key("author", 1));
    private static final KeyWindows.Key DID = new KeyWindows.Key("did", 0);

    /** Places of keys in the list that the windows are made of; authors' keys follow, then those of deletions. */
    private static final int LONGER_TEXT_NUMBER = 1;

    private static final int CONTENT_NUMBER = 2;
    private static final int TAGS_NUMBER = 4;
    private static final int PAYLOAD_NUMBER = 5;
    private static final KeyWindows DELETION_WINDOWS = new KeyWindows(DELETIONS);

    private final PhraseIndex index;
    private final Set<String> trusted;
    private final int firstDeletion;
    private final KeyWindows postWindows;
    private final KeyWindows allWindows;

    private Prefilter(Vocabulary vocabulary) {
        index = PhraseIndex.of(
                vocabulary.keywords().stream().map(KeywordMatcher::spellings).toList());
        trusted = vocabulary.trustedAuthors().stream()
                .map(handle -> handle.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        List<KeyWindows.Key> keys = new ArrayList<>(List.of(TEXT, LONGER_TEXT, CONTENT, TAG, TAGS, PAYLOAD));
        if (!trusted.isEmpty()) {
            keys.addAll(HANDLES);
        }
        if (trusted.stream().anyMatch(handle -> handle.startsWith("did:"))) {
            keys.add(DID);
        }
        firstDeletion = keys.size();
        postWindows = new KeyWindows(keys);
        keys.addAll(DELETIONS);
        allWindows = new KeyWindows(keys);
    }

    /** Builds the prefilter of a vocabulary. */
    public static Prefilter of(Vocabulary vocabulary) {
        return new Prefilter(vocabulary);
    }

    /** Whether the post in {@code buffer[from, to)}, one record of JSON, may match or is by a trusted author. */
    public boolean mayMatch(byte[] buffer, int from, int to) {
        return next(postWindows, buffer, from, to) >= 0;
    }

    /** Whether the record in {@code buffer[from, to)} may tell that a post is deleted or withheld. */
    public static boolean mayDelete(byte[] buffer, int from, int to) {
        int at = DELETION_WINDOWS.next(buffer, from, to);
        while (at < to) {
            for (int e = DELETION_WINDOWS.entry(buffer, at); e != 0; e = DELETION_WINDOWS.following(e)) {
                int keyEnd = DELETION_WINDOWS.keyEnd(e, buffer, at, from, to);
                if (keyEnd >= 0 && buffer[DELETION_WINDOWS.nameStart(e, at) - 1] == '"') {
                    return true;
                }
            }
            at = DELETION_WINDOWS.next(buffer, at + 4, to);
        }
        return false;
    }

    /**
     * The offset of a byte inside the next line that {@link #mayMatch} or {@link #mayDelete}, or −1 if no line does.
     *
     * <p>The caller expands it to the line's bounds and goes on behind the line, so that lines which cannot matter are
     * never split. {@code buffer[from, to)} must hold whole lines.
     */
    public int nextCandidate(byte[] buffer, int from, int to) {
        return next(allWindows, buffer, from, to);
    }

    private int next(KeyWindows windows, byte[] buffer, int from, int to) {
        FieldScan fields = null;
        int at = windows.next(buffer, from, to);
        while (at < to) {
            int resume = at + 4;
            for (int e = windows.entry(buffer, at); e != 0; e = windows.following(e)) {
                int keyEnd = windows.keyEnd(e, buffer, at, from, to);
                if (keyEnd >= 0 && isWholeKey(windows, e, buffer, at)) {
                    fields = fields == null ? new FieldScan(index) : fields;
                    int after = afterKey(windows.key(e), fields, buffer, keyEnd, to);
                    if (after < 0) {
                        return at;
                    }
                    resume = Math.max(resume, after);
                }
            }
            at = windows.next(buffer, resume, to);
        }
        return -1;
    }

    /** Whether the name begins right after its quote, unless any beginning will do. */
    private static boolean isWholeKey(KeyWindows windows, int entry, byte[] buffer, int at) {
        return windows.key(entry) == LONGER_TEXT_NUMBER || buffer[windows.nameStart(entry, at) - 1] == '"';
    }

    /** −1 if the value of this key makes its record a candidate; else the byte after what was read of it. */
    private int afterKey(int key, FieldScan fields, byte[] buffer, int keyEnd, int to) {
        if (key >= firstDeletion) {
            return -1;
        }
        int value = valueAfter(buffer, keyEnd, to);
        if (key == TAGS_NUMBER) {
            return index.isEmpty() ? keyEnd : fields.tags(buffer, keyEnd, to);
        }
        if (value < 0) {
            return keyEnd;
        }
        if (key > PAYLOAD_NUMBER) {
            return isTrusted(buffer, value, to) ? -1 : value;
        }
        if (key == PAYLOAD_NUMBER) {
            return afterPayload(buffer, value, to);
        }
        if (index.isEmpty()) {
            return value;
        }
        return key == CONTENT_NUMBER ? fields.html(buffer, value, to) : fields.text(buffer, value, to);
    }

    private int afterPayload(byte[] buffer, int from, int to) {
        int end = JsonString.end(buffer, from, to);
        byte[] record = JsonString.decode(buffer, from, end).getBytes(StandardCharsets.UTF_8);
        return mayMatch(record, 0, record.length) ? -1 : end;
    }

    private boolean isTrusted(byte[] buffer, int from, int to) {
        String value = JsonString.decode(buffer, from, JsonString.end(buffer, from, to));
        return trusted.contains(value.toLowerCase(Locale.ROOT));
    }

    /** The first byte of the string value that follows a key's closing quote, or −1 where there is none. */
    private static int valueAfter(byte[] buffer, int afterKey, int to) {
        boolean colon = false;
        for (int i = afterKey; i < to; i++) {
            byte b = buffer[i];
            if (b == '"') {
                return colon ? i + 1 : -1;
            }
            if (b == ':' && !colon) {
                colon = true;
            } else if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return -1;
            }
        }
        return -1;
    }
}
