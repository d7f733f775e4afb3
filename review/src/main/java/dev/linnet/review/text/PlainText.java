package dev.linnet.review.text;

/** Text from strangers, made harmless to look at: without control characters and without marks that turn its direction. */
public final class PlainText {
    private PlainText() {}

    /** Takes out control characters (but not line breaks and tabs) and bidirectional embeddings, overrides and isolates. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isHarmless).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** A clean text on one line, cut to a length in characters. */
    public static String line(String text, int length) {
        String line = clean(text).replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= length) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, length - 1)).stripTrailing() + "…";
    }

    private static boolean isHarmless(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        boolean turnsDirection = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean isSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !turnsDirection && !isSurrogate && !Character.isISOControl(point);
    }
}
