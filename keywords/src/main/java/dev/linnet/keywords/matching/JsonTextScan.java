package dev.linnet.keywords.matching;

/**
 * Decides on a JSON string's raw UTF-8 bytes whether its value may hold a phrase, without decoding it to a string.
 *
 * <p>HTML entities, which X puts for {@code & < >}, count as the characters they stand for. Used by one thread.
 */
final class JsonTextScan {
    private static final String[] ENTITIES = {"amp;", "lt;", "gt;", "quot;"};

    private final PhraseIndex index;
    private final CharScan chars;
    private int end;

    JsonTextScan(PhraseIndex index) {
        this.index = index;
        this.chars = new CharScan(index);
    }

    /** Where the last scan ended: at the closing quote, at {@code to}, or somewhere before if it was true. */
    int end() {
        return end;
    }

    /**
     * Whether the string whose first byte, after the quote, is at {@code from} may match. Its first word is taken for a hashtag
     * too, since hashtags also come by themselves, without their mark.
     */
    boolean mayMatch(byte[] buffer, int from, int to) {
        chars.reset();
        chars.ascii('#');
        int i = from;
        while (i < to) {
            i = chars.asciiRun(buffer, i, to);
            if (i < 0) {
                return true;
            }
            if (i == to) {
                break;
            }
            int b = buffer[i];
            if (b < 0) {
                int length = utf8Length(b);
                if (chars.codePoint(utf8(buffer, i, to, length))) {
                    return true;
                }
                i += length;
            } else if (b == '"') {
                break;
            } else if (b == '\\') {
                int unit = escaped(buffer, i + 1, to);
                i += escapeLength(buffer, i + 1, to);
                if (Character.isHighSurrogate((char) unit)) {
                    int low = i + 1 < to && buffer[i] == '\\' ? escaped(buffer, i + 1, to) : 0;
                    if (Character.isLowSurrogate((char) low)) {
                        unit = Character.toCodePoint((char) unit, (char) low);
                        i += escapeLength(buffer, i + 1, to);
                    }
                }
                if (chars.codePoint(unit)) {
                    return true;
                }
                if (unit == '&') {
                    i = afterEntity(buffer, i, to);
                }
            } else {
                if (chars.ascii((char) b)) {
                    return true;
                }
                i++;
                if (b == '&') {
                    i = afterEntity(buffer, i, to);
                }
            }
            if (i < 0) {
                return true;
            }
        }
        end = Math.min(i, to);
        return chars.end();
    }

    /** The byte after an entity whose name begins at {@code at}; {@code at} if there is none; −1 if only a parser can tell. */
    private int afterEntity(byte[] buffer, int at, int to) {
        if (at < to && buffer[at] == '#') {
            return -1;
        }
        for (String entity : ENTITIES) {
            if (holds(buffer, at, to, entity)) {
                return index.hasEntityWords() ? -1 : at + entity.length();
            }
        }
        return at;
    }

    private static boolean holds(byte[] buffer, int at, int to, String literal) {
        if (at + literal.length() > to) {
            return false;
        }
        for (int i = 0; i < literal.length(); i++) {
            if (buffer[at + i] != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The character of the escape whose letter, after the backslash, is at {@code at}. */
    private static int escaped(byte[] buffer, int at, int to) {
        if (at >= to) {
            return ' ';
        }
        return switch (buffer[at]) {
            case 'u' -> hex(buffer, at + 1, to);
            case 'n', 't', 'r', 'b', 'f' -> ' ';
            case '/', '\\', '"' -> buffer[at];
            default -> ' ';
        };
    }

    private static int escapeLength(byte[] buffer, int at, int to) {
        return at < to && buffer[at] == 'u' ? 6 : 2;
    }

    private static int hex(byte[] buffer, int at, int to) {
        if (at + 4 > to) {
            return ' ';
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Math.max(0, Character.digit(buffer[i], 16));
        }
        return value;
    }

    private static int utf8Length(int lead) {
        int b = lead & 0xff;
        if (b < 0xC0) {
            return 1;
        }
        return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }

    /** The code point at a lead byte; U+FFFD where the bytes are cut off or none. */
    private static int utf8(byte[] buffer, int at, int to, int length) {
        if (length == 1 || at + length > to) {
            return 0xFFFD;
        }
        int second = buffer[at + 1] & 0x3f;
        if (length == 2) {
            return (buffer[at] & 0x1f) << 6 | second;
        }
        int third = buffer[at + 2] & 0x3f;
        if (length == 3) {
            return (buffer[at] & 0x0f) << 12 | second << 6 | third;
        }
        int codePoint = (buffer[at] & 0x07) << 18 | second << 12 | third << 6 | (buffer[at + 3] & 0x3f);
        return codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT ? codePoint : 0xFFFD;
    }
}
