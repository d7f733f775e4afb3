package dev.linnet.keywords.matching;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text as {@link Folding} compares it, that still knows where each character came from, and its words. */
final class FoldedText {
    /**
     * One word, by its indices in the folded characters.
     *
     * @param from its first character
     * @param to after its last
     * @param single whether it is an ideograph or symbol
     * @param tag whether it stands in a hashtag or a mention
     */
    record Token(int from, int to, boolean single, boolean tag) {}

    private char[] chars;
    private byte[] entries;
    /** Start and end of each character in the text that was given; null as long as each stands where it stood there. */
    private int @Nullable [] places;

    private int length;

    private FoldedText(int capacity) {
        chars = new char[capacity];
        entries = new byte[capacity];
    }

    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text.length() + 8);
        for (int i = 0; i < text.length(); ) {
            i = folded.append(text, i);
        }
        return folded;
    }

    int length() {
        return length;
    }

    char charAt(int i) {
        return chars[i];
    }

    /** The character's kind and flags as in {@link Folding#entry}; what continues a code point has its kind too. */
    int entry(int i) {
        return entries[i];
    }

    int kind(int i) {
        return entries[i] & Folding.KIND_MASK;
    }

    String substring(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** Where the folded character at {@code i} begins in the text that was given. */
    int sourceStart(int i) {
        return places == null ? i : places[2 * i];
    }

    /** Where the folded character at {@code i} ends in the text that was given. */
    int sourceEnd(int i) {
        return places == null ? i + 1 : places[2 * i + 1];
    }

    /** The words in their order. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        boolean tagBefore = false;
        for (int i = 0; i < length; ) {
            int kind = kind(i);
            if (kind == Folding.SINGLE) {
                int to = i + (Character.isHighSurrogate(chars[i]) ? 2 : 1);
                tokens.add(new Token(i, to, true, false));
                tagBefore = false;
                i = to;
            } else if (kind == Folding.WORD) {
                int from = i;
                while (i < length && kind(i) == Folding.WORD) {
                    i++;
                }
                boolean tag = from > 0 && opensTag(from - 1, tagBefore);
                tokens.add(new Token(from, i, false, tag));
                tagBefore = tag;
            } else {
                i++;
            }
        }
        return tokens;
    }

    private boolean opensTag(int before, boolean tagBefore) {
        char c = chars[before];
        if (c == '_') {
            return tagBefore && before > 0 && kind(before - 1) == Folding.WORD;
        }
        return c == '#' || c == '@';
    }

    private int append(String text, int i) {
        char c = text.charAt(i);
        int entry = Folding.entry(c);
        if (c < 0x80) {
            add(Folding.fold(c), entry, i, i + 1);
            return i + 1;
        }
        switch (entry & Folding.KIND_MASK) {
            case Folding.DROPPED -> extendLast(i + 1);
            case Folding.EXPANDED -> appendAll(Folding.expansion(c), entry & ~Folding.KIND_MASK, i, i + 1);
            case Folding.COMPOSING -> compose(Folding.fold(c), i);
            case Folding.SURROGATE -> {
                return appendCodePoint(text.codePointAt(i), i);
            }
            default -> add(Folding.fold(c), entry, i, i + 1);
        }
        return i + 1;
    }

    private int appendCodePoint(int codePoint, int i) {
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            add('\uFFFD', Folding.SEPARATOR, i, i + 1); // half a pair
            return i + 1;
        }
        int end = i + 2;
        if (Folding.isDropped(codePoint)) {
            extendLast(end);
        } else if (Folding.isCompatibility(codePoint)) {
            int flags = Character.isUpperCase(codePoint) ? Folding.UPPER : 0;
            appendAll(Folding.foldCodePoint(codePoint), flags, i, end);
        } else {
            addSupplementary(codePoint, i, end);
        }
        return end;
    }

    private void appendAll(String folded, int flags, int start, int end) {
        for (int k = 0; k < folded.length(); k++) {
            char f = folded.charAt(k);
            if (Character.isHighSurrogate(f) && k + 1 < folded.length()) {
                addSupplementary(folded.codePointAt(k), start, end);
                k++;
            } else {
                int digit = Character.isDigit(f) ? Folding.DIGIT : 0;
                add(f, Folding.kindOfFolded(f) | flags | digit, start, end);
            }
        }
    }

    private void addSupplementary(int codePoint, int start, int end) {
        int lower = Character.toLowerCase(codePoint);
        int flags = lower == codePoint ? 0 : Folding.UPPER;
        int kind = Folding.supplementaryKind(lower) | flags;
        add(Character.highSurrogate(lower), kind, start, end);
        add(Character.lowSurrogate(lower), kind, start, end);
    }

    /** Joins a Jamo or a sound mark with what stands before it, where the two make one character. */
    private void compose(char c, int i) {
        if (length > 0 && sourceEnd(length - 1) == i) {
            String both = Normalizer.normalize("" + chars[length - 1] + c, Form.NFC);
            if (both.length() == 1) {
                chars[length - 1] = both.charAt(0);
                entries[length - 1] = Folding.SINGLE;
                places()[2 * length - 1] = i + 1;
                return;
            }
        }
        add(c, Folding.SINGLE, i, i + 1);
    }

    private void extendLast(int end) {
        if (length > 0) {
            places()[2 * length - 1] = end;
        }
    }

    private void add(char c, int entry, int start, int end) {
        if (length == chars.length) {
            int capacity = length * 2;
            chars = Arrays.copyOf(chars, capacity);
            entries = Arrays.copyOf(entries, capacity);
            if (places != null) {
                places = Arrays.copyOf(places, 2 * capacity);
            }
        }
        chars[length] = c;
        entries[length] = (byte) entry;
        if (places != null || start != length || end != length + 1) {
            int[] all = places();
            all[2 * length] = start;
            all[2 * length + 1] = end;
        }
        length++;
    }

    private int[] places() {
        int[] all = places;
        if (all == null) {
            all = new int[2 * chars.length];
            for (int i = 0; i < length; i++) {
                all[2 * i] = i;
                all[2 * i + 1] = i + 1;
            }
            places = all;
        }
        return all;
    }
}
