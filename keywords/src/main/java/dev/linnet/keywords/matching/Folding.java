package dev.linnet.keywords.matching;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How single characters are compared: NFKC, without case, without accents.
 *
 * <p>Each UTF-16 unit has a kind, and what it folds to. Letters of scripts that are written without spaces, and symbols
 * such as emoji, are words of their own ({@link #SINGLE}), so that a keyword made of them is found anywhere in a run.
 * Vowel signs of Indic scripts are kept: there they are no accents.
 */
final class Folding {
    /** Stands between words. */
    static final int SEPARATOR = 0;
    /** A letter or digit of a word. */
    static final int WORD = 1;
    /** A word of its own: an ideograph, a kana, a Hangul syllable, a symbol. */
    static final int SINGLE = 2;
    /** As if it were not there: combining accents, joiners, direction marks. */
    static final int DROPPED = 3;
    /** Folds to several characters; see {@link #expansion}. */
    static final int EXPANDED = 4;
    /** Half of a supplementary code point. */
    static final int SURROGATE = 5;
    /** May change the character before it: a Jamo, a kana's voiced sound mark. */
    static final int COMPOSING = 6;

    /** Masks the kind out of a table entry. */
    static final int KIND_MASK = 0x0f;
    /** Set beside the kind for an upper-case letter. */
    static final int UPPER = 0x10;
    /** Set beside the kind for a digit. */
    static final int DIGIT = 0x20;

    private static final byte[] KINDS = new byte[0x10000];
    private static final char[] FOLDS = new char[0x10000];
    /** What ASCII letters and digits fold to; 0 for marks that just part words, −1 for those that may mean more. */
    private static final byte[] ASCII_WORDS = new byte[0x80];

    private static final String MEANINGFUL = "#@_\"\\&";

    private static final Map<Character, String> EXPANSIONS = new HashMap<>();
    /** Letters with a stroke, and ligatures, that no normal form takes apart. */
    private static final Map<Character, String> STROKES =
            Map.of('ø', "o", 'ł', "l", 'đ', "d", 'ħ', "h", 'ŧ', "t", 'æ', "ae", 'œ', "oe", 'ð', "d");

    static {
        for (int c = 0; c < 0x10000; c++) {
            enter((char) c);
        }
        for (int c = 0; c < ASCII_WORDS.length; c++) {
            int other = MEANINGFUL.indexOf(c) < 0 ? 0 : -1;
            ASCII_WORDS[c] = (byte) ((KINDS[c] & KIND_MASK) == WORD ? FOLDS[c] : other);
        }
    }

    private Folding() {}

    /** The kind of a UTF-16 unit, with its {@link #UPPER} and {@link #DIGIT} flags. */
    static int entry(char c) {
        return KINDS[c];
    }

    /** The kind of a UTF-16 unit alone. */
    static int kind(char c) {
        return KINDS[c] & KIND_MASK;
    }

    /**
     * What an ASCII letter or digit folds to; 0 for a mark that just parts words; −1 for one that may mean more: those of
     * tags, and those that end, escape or encode a value in JSON or HTML.
     */
    static int asciiWord(int c) {
        return ASCII_WORDS[c];
    }

    /** What a unit that is neither dropped nor expanded folds to. */
    static char fold(char c) {
        return FOLDS[c];
    }

    /** What an expanded unit folds to: two characters or more, each already folded. */
    static String expansion(char c) {
        return EXPANSIONS.getOrDefault(c, "");
    }

    /** Whether a supplementary code point is an accent, a skin tone or the like, which is passed over. */
    static boolean isDropped(int supplementary) {
        return supplementary >= 0xE0000 || (supplementary >= 0x1F3FB && supplementary <= 0x1F3FF);
    }

    /** Whether a supplementary code point is another way to write ordinary letters: 𝐛𝐨𝐥𝐝, 🄱, compatibility ideographs. */
    static boolean isCompatibility(int supplementary) {
        return (supplementary >= 0x1D400 && supplementary <= 0x1D7FF)
                || (supplementary >= 0x1F100 && supplementary <= 0x1F1E5)
                || (supplementary >= 0x1F200 && supplementary <= 0x1F2FF)
                || (supplementary >= 0x2F800 && supplementary <= 0x2FA1F);
    }

    /** The kind of a supplementary code point that is neither dropped nor a compatibility form. */
    static int supplementaryKind(int codePoint) {
        if (Character.isIdeographic(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL) {
            return SINGLE;
        }
        return Character.isLetterOrDigit(codePoint) ? WORD : SEPARATOR;
    }

    /** Folds one code point, whatever it is. */
    static String foldCodePoint(int codePoint) {
        String s = Normalizer.normalize(Character.toString(codePoint), Form.NFKC);
        s = s.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        s = Normalizer.normalize(s, Form.NFD);
        StringBuilder kept = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (!isAccentOrInvisible(c)) {
                kept.append(STROKES.getOrDefault(c, String.valueOf(c)));
            }
        }
        return Normalizer.normalize(kept, Form.NFC);
    }

    private static void enter(char c) {
        FOLDS[c] = c;
        if (Character.isSurrogate(c)) {
            KINDS[c] = SURROGATE;
        } else if (isAccentOrInvisible(c)) {
            KINDS[c] = DROPPED;
        } else if (isComposing(c)) {
            KINDS[c] = COMPOSING;
            FOLDS[c] = Normalizer.normalize(String.valueOf(c), Form.NFKC).charAt(0);
        } else if (isPlainIdeograph(c) || (c >= 0x3131 && c <= 0x318E)) {
            KINDS[c] = SINGLE;
        } else if (c == '\u2122' || c == '\u2120' || c == '\uFFFD' || (c >= 0xE000 && c <= 0xF8FF)) {
            KINDS[c] = SEPARATOR; // ™ and ℠ would lengthen the word before them by "tm" and "sm"
        } else {
            enterFolded(c, foldCodePoint(c));
        }
    }

    private static void enterFolded(char c, String folded) {
        if (folded.isEmpty()) {
            KINDS[c] = DROPPED;
            return;
        }
        if (folded.length() == 1) {
            FOLDS[c] = folded.charAt(0);
            KINDS[c] = (byte) (kindOfFolded(folded.charAt(0)) | flags(c));
            return;
        }
        boolean allSeparate = folded.chars().allMatch(x -> kindOfFolded((char) x) == SEPARATOR);
        if (allSeparate) {
            FOLDS[c] = folded.charAt(0);
            KINDS[c] = SEPARATOR;
        } else {
            EXPANSIONS.put(c, folded);
            KINDS[c] = (byte) (EXPANDED | flags(c));
        }
    }

    private static int flags(char c) {
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        return Character.isUpperCase(c) || Character.isTitleCase(c) ? UPPER : 0;
    }

    /** The kind of a character that is folded already. */
    static int kindOfFolded(char c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (c == 'ー' || c == '\uFFFD') {
            return c == 'ー' ? SINGLE : SEPARATOR;
        }
        if (Character.isLetterOrDigit(c) || mark) {
            return isWrittenWithoutSpaces(c) ? SINGLE : WORD;
        }
        return type == Character.OTHER_SYMBOL ? SINGLE : SEPARATOR;
    }

    private static boolean isPlainIdeograph(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3400 && c <= 0x4DBF);
    }

    private static boolean isWrittenWithoutSpaces(char c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static boolean isComposing(char c) {
        return (c >= 0x1100 && c <= 0x11FF) || c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
    }

    private static boolean isAccentOrInvisible(char c) {
        return (c >= 0x0300 && c <= 0x036F)
                || (c >= 0x0591 && c <= 0x05C7 && Character.getType(c) == Character.NON_SPACING_MARK)
                || (c >= 0x064B && c <= 0x065F)
                || c == 0x0670
                || c == 0x0640
                || (c >= 0x06D6 && c <= 0x06ED && Character.getType(c) == Character.NON_SPACING_MARK)
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE20 && c <= 0xFE2F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0x200C && c <= 0x200F)
                || c == 0x00AD
                || c == 0x2060
                || c == 0x180E
                || c == 0xFEFF;
    }
}
