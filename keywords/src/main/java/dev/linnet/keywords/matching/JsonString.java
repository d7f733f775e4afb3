package dev.linnet.keywords.matching;

import java.nio.charset.StandardCharsets;

/** Reads one JSON string value out of UTF-8 bytes. */
final class JsonString {
    private JsonString() {}

    /** The index of the closing quote of the string whose first byte is at {@code from}, or {@code to} if it is cut off. */
    static int end(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '"') {
                return i;
            }
            if (buffer[i] == '\\') {
                i++;
            }
        }
        return to;
    }

    /** The string's value. Escapes that are none stand for themselves. */
    static String decode(byte[] buffer, int from, int to) {
        int escape = from;
        while (escape < to && buffer[escape] != '\\') {
            escape++;
        }
        String raw = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        return escape == to ? raw : unescape(raw);
    }

    private static String unescape(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                out.append(c);
                continue;
            }
            char kind = raw.charAt(++i);
            int unit = kind == 'u' && i + 4 < raw.length() ? hex(raw, i + 1) : -1;
            if (unit >= 0) {
                out.append((char) unit);
                i += 4;
            } else {
                out.append(simpleEscape(kind));
            }
        }
        return out.toString();
    }

    private static int hex(String raw, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static char simpleEscape(char kind) {
        return switch (kind) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> kind;
        };
    }
}
