package dev.linnet.keywords.matching;

/** Whether a parsed text may hold a phrase: the quick look before {@link PhraseFinder} takes its time. */
final class TextScan {
    private final PhraseIndex index;
    private final WordScan words;

    private TextScan(PhraseIndex index) {
        this.index = index;
        this.words = new WordScan(index);
    }

    static boolean mayMatch(PhraseIndex index, String text) {
        return !index.isEmpty() && new TextScan(index).scan(text);
    }

    private boolean scan(String text) {
        long hash = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int entry = Folding.entry(c);
            int kind = entry & Folding.KIND_MASK;
            if (kind == Folding.WORD) {
                char folded = Folding.fold(c);
                hash = HashIndex.step(hash, folded);
                if (words.inTag()) {
                    words.tagCharacter(folded, entry);
                }
            } else if (kind == Folding.EXPANDED) {
                if (!isOneWord(c)) {
                    return true;
                }
                hash = expand(hash, c, entry);
            } else if (kind != Folding.DROPPED && !(kind == Folding.SURROGATE && isDropped(text, i))) {
                if (kind == Folding.SURROGATE && isUnusual(text, i)) {
                    return true;
                }
                if (hash != 0 && words.word(hash)) {
                    return true;
                }
                hash = 0;
                if (kind == Folding.SEPARATOR) {
                    words.separator(Folding.fold(c));
                } else if (kind == Folding.SINGLE) {
                    if (words.single(HashIndex.step(0, Folding.fold(c)))) {
                        return true;
                    }
                } else if (kind == Folding.COMPOSING && index.hasSingles()) {
                    return true;
                } else {
                    words.foreignSingle();
                }
            }
        }
        return hash != 0 && words.word(hash);
    }

    private long expand(long before, char c, int entry) {
        long hash = before;
        String expansion = Folding.expansion(c);
        for (int k = 0; k < expansion.length(); k++) {
            char folded = expansion.charAt(k);
            hash = HashIndex.step(hash, folded);
            if (words.inTag()) {
                words.tagCharacter(folded, Folding.WORD | (entry & ~Folding.KIND_MASK));
            }
        }
        return hash;
    }

    /** Whether a character expands to letters of one word; digits and mixed forms are left to the exact search. */
    static boolean isOneWord(char c) {
        return Folding.expansion(c)
                .chars()
                .allMatch(x -> Character.isLetter(x) && Folding.kindOfFolded((char) x) == Folding.WORD);
    }

    private static boolean isDropped(String text, int i) {
        int codePoint = text.codePointAt(i);
        boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
        return Folding.isDropped(second ? text.codePointAt(i - 1) : codePoint)
                && (second || Character.isSupplementaryCodePoint(codePoint));
    }

    /** Whether a pair is a letter, or a symbol that a phrase may hold, so that the quick look cannot tell. */
    private boolean isUnusual(String text, int i) {
        int codePoint = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            return false;
        }
        if (Folding.isCompatibility(codePoint)) {
            return true;
        }
        int kind = Folding.supplementaryKind(codePoint);
        return kind == Folding.WORD || (index.hasSupplementary() && kind == Folding.SINGLE);
    }
}
