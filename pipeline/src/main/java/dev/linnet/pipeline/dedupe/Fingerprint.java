package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.post.Post;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A 64-bit hash of a text's words, equal for texts that differ only in what copies usually change.
 *
 * <p>Left out: case, accents and width, links, mentions, {@code #}, words of digits alone, punctuation, emoji, and a leading
 * {@code RT @someone:}. Copies are told by equality and not by likeness, because likeness is not transitive: which posts
 * belong together would depend on the order in which they came.
 *
 * <p>The hash is FNV-1a over the words (Fowler, Noll and Vo), finished by MurmurHash3's mixer.
 */
public final class Fingerprint {
    /** A text of fewer words says too little for another to be its copy. */
    static final int LEAST_WORDS = 4;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final Pattern REPOST_MARK = Pattern.compile("^\\s*rt\\s+@\\w+:?\\s*");
    private static final Pattern LEFT_OUT = Pattern.compile("(?:https?://|www\\.)\\S+|[@\uFF20][\\w.\\-]+");

    private Fingerprint() {}

    /** The group that a post belongs to: that of its words, or one of its own when it has too few of them. */
    public static long of(Post post) {
        return of(post.text(), post.key());
    }

    /** The same for a text and what tells its post from all others. */
    public static long of(String text, String key) {
        List<String> words = words(text);
        if (words.size() < LEAST_WORDS) {
            words.add(key);
        }
        return hash(words);
    }

    /** The words that count, folded, in order. */
    static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String bare =
                LEFT_OUT.matcher(REPOST_MARK.matcher(lower).replaceFirst("")).replaceAll(" ");
        String folded = Normalizer.normalize(bare, Normalizer.Form.NFKD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean letters = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c) || c == '\'' || c == '\u2019') {
                continue;
            }
            if (isWrittenWithoutSpaces(c)) {
                finish(word, letters, words);
                words.add(Character.toString(c));
                letters = false;
            } else if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                letters |= Character.isLetter(c);
                word.appendCodePoint(c);
            } else {
                finish(word, letters, words);
                letters = false;
            }
        }
        finish(word, letters, words);
        return words;
    }

    /** Scripts without spaces between words: each sign counts as a word. */
    private static boolean isWrittenWithoutSpaces(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(c);
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static void finish(StringBuilder word, boolean letters, List<String> words) {
        if (letters) {
            words.add(word.toString());
        }
        word.setLength(0);
    }

    /** A 64-bit hash of strings in their order. */
    public static long hash(List<String> parts) {
        long h = FNV_OFFSET;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                h = (h ^ part.charAt(i)) * FNV_PRIME;
            }
            h = (h ^ 0x1F) * FNV_PRIME;
        }
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
