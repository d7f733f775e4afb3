package dev.linnet.keywords.matching;

/** Where the words of a hashtag meet: {@code #WorldCup2018} is World, Cup, 2018. */
final class TagParts {
    private TagParts() {}

    /**
     * Whether a word begins at a character inside a tag.
     *
     * @param before the {@link Folding#entry} of the character before it
     * @param at its own
     * @param after that of the one after it, or 0 at the end
     */
    static boolean begins(int before, int at, int after) {
        if ((before & Folding.DIGIT) != (at & Folding.DIGIT)) {
            return true;
        }
        if ((at & Folding.UPPER) == 0) {
            return false;
        }
        boolean afterLower = (before & Folding.UPPER) == 0;
        boolean lastOfCapitals =
                (after & Folding.KIND_MASK) == Folding.WORD && (after & (Folding.UPPER | Folding.DIGIT)) == 0;
        return afterLower || lastOfCapitals;
    }
}
