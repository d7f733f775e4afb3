package dev.linnet.keywords.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of Mastodon's HTML, as the parser will make them of it: tags are taken out, of which some part words and others
 * don't, and entities stand for characters.
 */
final class HtmlText {
    /** Names of entities that are punctuation, and so part words; other names stay as they are written. */
    private static final Set<String> MARKS =
            Set.of("amp", "lt", "gt", "quot", "apos", "nbsp", "hellip", "ndash", "mdash", "rsquo");

    private static final int LONGEST_ENTITY = 10;

    private HtmlText() {}

    /** The text, or null where only the parser can tell. */
    static @Nullable String of(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int from = 0;
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
            int close = html.indexOf('>', open);
            if (close < 0) {
                return null;
            }
            text.append(html, from, open);
            if (partsWords(html, open + 1)) {
                text.append('\n');
            }
            from = close + 1;
        }
        text.append(html, from, html.length());
        return unescaped(text.toString());
    }

    private static boolean partsWords(String html, int name) {
        return html.regionMatches(true, name, "br", 0, 2)
                || html.regionMatches(true, name, "/p>", 0, 3)
                || html.regionMatches(true, name, "/li>", 0, 4);
    }

    private static @Nullable String unescaped(String text) {
        int and = text.indexOf('&');
        if (and < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (; and >= 0; and = text.indexOf('&', from)) {
            plain.append(text, from, and);
            int end = text.indexOf(';', and);
            String name = end < 0 || end - and > LONGEST_ENTITY ? "" : text.substring(and + 1, end);
            String character = MARKS.contains(name) ? " " : name.startsWith("#") ? numbered(name) : "&";
            if (character == null) {
                return null;
            }
            plain.append(character);
            from = character.equals("&") ? and + 1 : end + 1;
        }
        return plain.append(text, from, text.length()).toString();
    }

    /** The character of {@code #39} or {@code #x27}; null for what the parser makes something else of. */
    private static @Nullable String numbered(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) | 0x20) == 'x';
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean plain = code != '&' && code != 0 && Character.isValidCodePoint(code);
            boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
            return plain && !half ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
