package dev.linnet.keywords.matching;

/**
 * Decides code point by code point whether a text may hold a phrase: the quick look before {@link PhraseFinder} takes its
 * time. Makes the same words as {@link FoldedText}, but keeps no more of them than a hash. Used by one thread.
 */
final class CharScan {
    private final PhraseIndex index;
    private final WordScan words;
    private long hash;

    CharScan(PhraseIndex index) {
        this.index = index;
        this.words = new WordScan(index);
    }

    /** Whether a phrase of the index may stand in a text. */
    static boolean mayMatch(PhraseIndex index, String text) {
        return !index.isEmpty() && new CharScan(index).scan(text);
    }

    private boolean scan(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                int run = asciiRun(text, i);
                if (run < 0 || (run == i && ascii(c))) {
                    return true;
                }
                i = Math.max(i, run - 1);
            } else if (Character.isHighSurrogate(c) && i + 1 < length) {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
                if (codePoint(codePoint)) {
                    return true;
                }
            } else if (unit(c)) {
                return true;
            }
        }
        return end();
    }

    /**
     * Takes the ASCII words at {@code from} and what just parts them, as far as no tag is at hand. Returns the index after
     * them, or −1 as soon as a phrase may have ended.
     */
    private int asciiRun(String text, int from) {
        if (words.inTag()) {
            return from;
        }
        long h = hash;
        int i = from;
        for (int length = text.length(); i < length; i++) {
            char c = text.charAt(i);
            int folded = c < 0x80 ? Folding.asciiWord(c) : -1;
            if (folded > 0) {
                h = HashIndex.step(h, (char) folded);
            } else if (folded < 0) {
                break;
            } else if (h != 0) {
                if (words.plainWord(h)) {
                    return -1;
                }
                h = 0;
            }
        }
        hash = h;
        words.ran(i - from);
        return i;
    }

    /** The same as {@link #asciiRun(String, int)}, on bytes. */
    int asciiRun(byte[] buffer, int from, int to) {
        if (words.inTag()) {
            return from;
        }
        long h = hash;
        int i = from;
        for (; i < to; i++) {
            int b = buffer[i];
            int folded = b >= 0 ? Folding.asciiWord(b) : -1;
            if (folded > 0) {
                h = HashIndex.step(h, (char) folded);
            } else if (folded < 0) {
                break;
            } else if (h != 0) {
                if (words.plainWord(h)) {
                    return -1;
                }
                h = 0;
            }
        }
        hash = h;
        words.ran(i - from);
        return i;
    }

    /** A new text begins. */
    void reset() {
        hash = 0;
        words.reset();
    }

    /** Takes an ASCII character. True as soon as a phrase may have ended. */
    boolean ascii(char c) {
        int entry = Folding.entry(c);
        if ((entry & Folding.KIND_MASK) == Folding.WORD) {
            wordCharacter(Folding.fold(c), entry);
            return false;
        }
        boolean hit = endWord();
        words.separator(c);
        return hit;
    }

    /** Takes any code point. True as soon as a phrase may have ended, or if only the exact search can tell. */
    boolean codePoint(int codePoint) {
        return codePoint < 0x10000 ? unit((char) codePoint) : supplementary(codePoint);
    }

    /** The text ends. True if a phrase may end with it. */
    boolean end() {
        return endWord();
    }

    private boolean unit(char c) {
        int entry = Folding.entry(c);
        switch (entry & Folding.KIND_MASK) {
            case Folding.WORD -> {
                wordCharacter(Folding.fold(c), entry);
                return false;
            }
            case Folding.DROPPED -> {
                return false;
            }
            case Folding.EXPANDED -> {
                return expanded(c, entry);
            }
            case Folding.SINGLE -> {
                return single(c);
            }
            case Folding.COMPOSING -> {
                boolean hit = endWord();
                words.foreignSingle();
                return hit || index.hasSingles();
            }
            default -> {
                boolean hit = endWord();
                words.separator(Folding.fold(c));
                return hit;
            }
        }
    }

    private boolean single(char c) {
        boolean hit = endWord();
        if (index.hasSingles()) {
            return words.single(HashIndex.step(0, Folding.fold(c))) || hit;
        }
        words.foreignSingle();
        return hit;
    }

    private boolean supplementary(int codePoint) {
        if (Folding.isDropped(codePoint)) {
            return false;
        }
        if (Folding.isCompatibility(codePoint)) {
            return true;
        }
        boolean emoji = codePoint >= 0x1F000 && codePoint <= 0x1FAFF;
        int kind = emoji ? Folding.SINGLE : Folding.supplementaryKind(codePoint);
        if (kind == Folding.WORD || (kind == Folding.SINGLE && index.hasSupplementary())) {
            return true;
        }
        boolean hit = endWord();
        if (kind == Folding.SINGLE) {
            words.foreignSingle();
        } else {
            words.separator('\uFFFD');
        }
        return hit;
    }

    private boolean expanded(char c, int entry) {
        String expansion = Folding.expansion(c);
        for (int k = 0; k < expansion.length(); k++) {
            char folded = expansion.charAt(k);
            if (!Character.isLetter(folded) || Folding.kindOfFolded(folded) != Folding.WORD) {
                return true; // a mixture such as ½: left to the exact search
            }
            wordCharacter(folded, Folding.WORD | (entry & ~Folding.KIND_MASK));
        }
        return false;
    }

    private void wordCharacter(char folded, int entry) {
        hash = HashIndex.step(hash, folded);
        if (words.inTag()) {
            words.tagCharacter(folded, entry);
        }
    }

    private boolean endWord() {
        if (hash == 0) {
            return false;
        }
        boolean hit = words.word(hash);
        hash = 0;
        return hit;
    }
}
