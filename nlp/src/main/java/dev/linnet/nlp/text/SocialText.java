package dev.linnet.nlp.text;

import java.util.regex.Pattern;

/**
 * Cleans the text of a post: what machines put around a person's words goes, the words stay as they were written.
 *
 * <p>Resolves entities and escapes ({@code &amp;}, {@code \}{@code u2019}), drops links, control characters, lone
 * surrogates and the mark of a repost ({@code RT @x:}), and folds white space. A line break stays, as it ends a sentence.
 */
public final class SocialText {
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?://|www\\.)\\S+|\\b(?:t\\.co|bit\\.ly|youtu\\.be|goo\\.gl)/\\S+");
    private static final Pattern REPOST = Pattern.compile("^(?:RT|rt|MT)\\s+@\\w+\\s*:?\\s+");

    private SocialText() {}

    /**
     * The clean text of a post.
     *
     * @param text as the platform gave it, of any length
     * @param maxCharacters how many characters of it are read; the rest is left out
     */
    public static String clean(String text, int maxCharacters) {
        String bounded = text.length() > maxCharacters ? text.substring(0, maxCharacters) : text;
        String resolved = Entities.resolve(bounded);
        String unlinked = resolved.indexOf('/') < 0 && !resolved.contains("ww")
                ? resolved
                : LINK.matcher(resolved).replaceAll(" ");
        String folded = fold(unlinked);
        return folded.startsWith("RT ") || folded.startsWith("rt ") || folded.startsWith("MT ")
                ? REPOST.matcher(folded).replaceFirst("")
                : folded;
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        boolean line = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isDropped(point)) {
                continue;
            }
            if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
                line = true;
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point)) {
                space = true;
            } else {
                if (!folded.isEmpty() && (space || line)) {
                    folded.append(line ? '\n' : ' ');
                }
                space = false;
                line = false;
                folded.appendCodePoint(point);
            }
        }
        return folded.toString();
    }

    /** Lone halves of characters, byte order marks, and what only steers the direction of writing. */
    private static boolean isDropped(int point) {
        return (point >= 0xD800 && point <= 0xDFFF)
                || point == 0xFEFF
                || point == 0x200B
                || point == 0x00AD
                || point == 0xFFFD
                || (point >= 0x200E && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x2069);
    }
}
