package dev.linnet.keywords.mining;

import java.util.regex.Pattern;

/**
 * Takes out of others' texts what steers a terminal or turns the direction of writing: control characters and bidirectional
 * overrides. They carry no words, and end up in messages, logs and lists.
 */
final class PlainWords {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff&&[^\\n\\t]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u2028\\u2029]+");

    private PlainWords() {}

    /** A text; its lines stay. */
    static String of(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** A single line. */
    static String line(String text) {
        return SPACE.matcher(of(text)).replaceAll(" ").strip();
    }
}
