package dev.linnet.keywords.mining.vocabulary;

import java.util.Locale;

/** The canonical form of what people type. */
final class Names {
    private Names() {}

    /** Lower case, white space collapsed. */
    static String keyword(String typed) {
        return typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /** Lower case, without {@code @}. */
    static String handle(String typed) {
        String handle = typed.strip().toLowerCase(Locale.ROOT);
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }
}
