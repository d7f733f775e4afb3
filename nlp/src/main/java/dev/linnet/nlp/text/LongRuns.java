package dev.linnet.nlp.text;

/**
 * Parts runs of characters without a space, which no person writes and on which tokenizers take quadratic time.
 */
public final class LongRuns {
    private static final int LONGEST = 100;

    private LongRuns() {}

    /** The text with a space after every 100 characters of a longer run; mostly the text itself. */
    public static String parted(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        StringBuilder parted = null;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c == ' ' || c == '\n' ? 0 : run + 1;
            if (run > LONGEST && !Character.isLowSurrogate(c)) {
                parted = parted == null ? new StringBuilder(text.length() + 100).append(text, 0, i) : parted;
                parted.append(' ');
                run = 1;
            }
            if (parted != null) {
                parted.append(c);
            }
        }
        return parted == null ? text : parted.toString();
    }
}
