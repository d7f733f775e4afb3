package dev.linnet.keywords.matching;

import dev.linnet.keywords.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides on a record's raw JSON bytes whether it is worth parsing.
 *
 * <p>Never false where {@link KeywordMatcher} would match the text, or where the author or reposter is trusted; seldom true
 * otherwise. It looks at the values that hold posts' texts (keys {@code text}, {@code full_text}) and authors
 * ({@code screen_name}, {@code username}, {@code acct}, {@code handle}, {@code author}, {@code did}) in the shapes of X
 * v1.1, X v2 and Jetstream, in UTF-8 with any JSON escapes. A record with a {@code content} key (Mastodon's HTML) is always
 * let through.
 *
 * <p>Immutable and safe for use by several threads: a changed vocabulary makes a new prefilter.
 */
public final class Prefilter {
    private static final byte[] TEXT = "text\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTENT = "\"content\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DELETE = "\"delete\"".getBytes(StandardCharsets.UTF_8);

    private static final byte[] STATUS_WITHHELD = "\"status_withheld\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] USER_WITHHELD = "\"user_withheld\"".getBytes(StandardCharsets.UTF_8);

    private static final Set<String> AUTHOR_KEYS = Set.of("screen_name", "username", "acct", "handle", "author", "did");

    private final PhraseIndex index;
    private final Set<String> trusted;

    private Prefilter(Vocabulary vocabulary) {
        index = PhraseIndex.of(
                vocabulary.keywords().stream().map(KeywordMatcher::spellings).toList());
        trusted = vocabulary.trustedAuthors().stream()
                .map(handle -> handle.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Builds the prefilter of a vocabulary. */
    public static Prefilter of(Vocabulary vocabulary) {
        return new Prefilter(vocabulary);
    }

    /** Whether the post in {@code buffer[from, to)}, one record of JSON, may match or is by a trusted author. */
    public boolean mayMatch(byte[] buffer, int from, int to) {
        return next(buffer, from, to, false) >= 0;
    }

    /** Whether the record in {@code buffer[from, to)} may tell that a post is deleted or withheld. */
    public static boolean mayDelete(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isDeletion(buffer, i, to)) {
                return true;
            }
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
        return next(buffer, from, to, true);
    }

    private int next(byte[] buffer, int from, int to, boolean deletions) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == 't' && holds(buffer, i, to, TEXT)) {
                int value = valueAfter(buffer, i + TEXT.length, to);
                if (value >= 0 && mayMatch(decode(buffer, value, to))) {
                    return i;
                }
            } else if (buffer[i] == '"' && (holds(buffer, i, to, CONTENT) || isTrusted(buffer, i, to))) {
                return i;
            } else if (deletions && isDeletion(buffer, i, to)) {
                return i;
            }
        }
        return -1;
    }

    private boolean mayMatch(String text) {
        return TextScan.mayMatch(index, text)
                || (text.contains("&amp;") && TextScan.mayMatch(index, text.replace("&amp;", "&")));
    }

    private static boolean isDeletion(byte[] buffer, int at, int to) {
        return buffer[at] == '"'
                && (holds(buffer, at, to, DELETE)
                        || holds(buffer, at, to, STATUS_WITHHELD)
                        || holds(buffer, at, to, USER_WITHHELD));
    }

    private boolean isTrusted(byte[] buffer, int key, int to) {
        if (trusted.isEmpty()) {
            return false;
        }
        int keyEnd = JsonString.end(buffer, key + 1, to);
        if (keyEnd >= to || !AUTHOR_KEYS.contains(JsonString.decode(buffer, key + 1, keyEnd))) {
            return false;
        }
        int value = valueAfter(buffer, keyEnd + 1, to);
        return value >= 0 && trusted.contains(decode(buffer, value, to).toLowerCase(Locale.ROOT));
    }

    private static String decode(byte[] buffer, int from, int to) {
        return JsonString.decode(buffer, from, JsonString.end(buffer, from, to));
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

    private static boolean holds(byte[] buffer, int at, int to, byte[] literal) {
        if (at + literal.length > to) {
            return false;
        }
        for (int i = 0; i < literal.length; i++) {
            if (buffer[at + i] != literal[i]) {
                return false;
            }
        }
        return true;
    }
}
