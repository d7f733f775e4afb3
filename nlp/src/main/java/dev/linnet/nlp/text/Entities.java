package dev.linnet.nlp.text;

import java.util.Map;

/** Resolves the entities of HTML and the escapes of JSON that platforms and archives leave in a post's text. */
final class Entities {
    private static final int LONGEST = 10;
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hearts", "♥"),
            Map.entry("eacute", "é"),
            Map.entry("copy", "©"));

    private Entities() {}

    /** The text with entities and escapes resolved; what is not one stays as it is. */
    static String resolve(String text) {
        if (text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i;
            if (c == '&') {
                end = entity(text, i, resolved);
            } else if (c == '\\') {
                end = escape(text, i, resolved);
            }
            if (end == i) {
                resolved.append(c);
                end = i + 1;
            }
            i = end;
        }
        return resolved.toString();
    }

    /** Appends what the entity at {@code start} stands for and gives where it ends; {@code start} when it is none. */
    private static int entity(String text, int start, StringBuilder resolved) {
        int end = text.indexOf(';', start);
        if (end < 0 || end - start > LONGEST) {
            return start;
        }
        String name = text.substring(start + 1, end);
        String named = NAMED.get(name);
        if (named != null) {
            resolved.append(named);
            return end + 1;
        }
        if (name.length() < 2 || name.charAt(0) != '#') {
            return start;
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int point = number(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
        if (point <= 0 || !Character.isValidCodePoint(point)) {
            return start;
        }
        resolved.appendCodePoint(point);
        return end + 1;
    }

    private static int escape(String text, int start, StringBuilder resolved) {
        if (start + 1 >= text.length()) {
            return start;
        }
        char kind = text.charAt(start + 1);
        if (kind == 'u' && start + 6 <= text.length()) {
            int unit = number(text, start + 2, start + 6, 16);
            if (unit >= 0) {
                resolved.append((char) unit);
                return start + 6;
            }
        } else if (kind == '"' || kind == '\'' || kind == '/') {
            resolved.append(kind);
            return start + 2;
        }
        return start;
    }

    /** The number at these places, or −1 when a digit is wrong or there are none. */
    private static int number(String text, int from, int to, int radix) {
        if (from >= to) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), radix) : -1;
            if (digit < 0 || number > Character.MAX_CODE_POINT) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
