package dev.linnet.review.vocabulary;

import dev.linnet.review.text.PlainText;
import dev.linnet.review.web.InputException;
import java.util.Locale;

/** What a person typed, as it stands in the vocabulary. */
public final class KeywordText {
    private static final int MAX_LENGTH = 100;

    private KeywordText() {}

    /** A keyword or topic: lower case, words separated by one space, without a leading {@code #}. */
    public static String topic(String typed) {
        String text = normal(checked(typed, "keyword"));
        if (text.isEmpty()) {
            throw new InputException("A keyword needs at least one letter or digit. Nothing was changed.");
        }
        return text;
    }

    /** The same for a text that nobody typed here, and that may be no keyword at all. */
    public static String normal(String text) {
        return PlainText.line(text, Integer.MAX_VALUE)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^#+", "")
                .strip();
    }

    /** An author's handle: lower case, without {@code @}. */
    public static String handle(String typed) {
        String handle = checked(typed, "handle").replaceFirst("^@+", "");
        if (handle.isEmpty() || handle.contains(" ")) {
            throw new InputException("A handle is one word, such as ana or ana.example.org. Nothing was changed.");
        }
        return handle;
    }

    private static String checked(String typed, String what) {
        String text = PlainText.line(typed, Integer.MAX_VALUE).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            throw new InputException("Type a " + what + " first. Nothing was changed.");
        }
        if (text.length() > MAX_LENGTH) {
            throw new InputException("A " + what + " has at most " + MAX_LENGTH + " characters. Nothing was changed.");
        }
        return text;
    }
}
