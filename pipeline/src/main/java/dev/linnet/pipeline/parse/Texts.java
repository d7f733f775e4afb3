package dev.linnet.pipeline.parse;

import java.util.Locale;
import java.util.Map;

/** Brings a platform's text back to what its author wrote. */
final class Texts {
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "hellip", "…", "ndash", "–",
            "mdash", "—", "rsquo", "’");

    private static final int LONGEST_ENTITY = 10;

    private Texts() {}

    /** Without what no store takes: NUL goes, half a surrogate pair becomes U+FFFD. */
    static String clean(String text) {
        int bad = firstBad(text, 0);
        if (bad < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (; bad >= 0; bad = firstBad(text, from)) {
            clean.append(text, from, bad);
            if (text.charAt(bad) != 0) {
                clean.append('\uFFFD');
            }
            from = bad + 1;
        }
        return clean.append(text, from, text.length()).toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** With the three characters turned back that X escapes. */
    static String unescapeX(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** With {@code &amp;}, {@code &lt;}, {@code &#39;} and the like turned back into characters. */
    static String unescape(String text) {
        int and = text.indexOf('&');
        if (and < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (and >= 0) {
            plain.append(text, from, and);
            int end = text.indexOf(';', and);
            String character = end < 0 || end - and > LONGEST_ENTITY ? "" : entity(text.substring(and + 1, end));
            if (character.isEmpty()) {
                plain.append('&');
                from = and + 1;
            } else {
                plain.append(character);
                from = end + 1;
            }
            and = text.indexOf('&', from);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, "");
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /** The text of a Mastodon status: tags gone, paragraphs and breaks as new lines, entities as characters. */
    static String ofHtml(String html) {
        StringBuilder text = new StringBuilder(html.length());
        int from = 0;
        while (from < html.length()) {
            int open = html.indexOf('<', from);
            if (open < 0) {
                break;
            }
            text.append(html, from, open);
            int close = html.indexOf('>', open);
            if (close < 0) {
                return unescape(text.toString()).strip();
            }
            text.append(breakOf(html.substring(open + 1, close).toLowerCase(Locale.ROOT)));
            from = close + 1;
        }
        return unescape(text.append(html, from, html.length()).toString()).strip();
    }

    private static String breakOf(String tag) {
        if (tag.startsWith("br")) {
            return "\n";
        }
        return tag.equals("/p") ? "\n\n" : tag.equals("/li") ? "\n" : "";
    }
}
