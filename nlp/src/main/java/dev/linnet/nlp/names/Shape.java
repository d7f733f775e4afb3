package dev.linnet.nlp.names;

/** How a piece of text is written, as far as it tells names from other words. */
enum Shape {
    /** Like this. */
    LOWER,
    /** Like This. */
    CAPITALISED,
    /** LIKE THIS. */
    UPPER,
    /** LikeThis, iLike, O'Like. */
    MIXED,
    /** Digits, alone or with signs and a letter: 15, 2.0, 5G. */
    NUMBER,
    /** A mention or a hashtag. */
    TAG,
    /** Anything else. */
    SIGN;

    static Shape of(String piece) {
        int first = piece.codePointAt(0);
        if (piece.length() > 1 && (first == '@' || first == '#' || first == '＃')) {
            return TAG;
        }
        if (Character.isDigit(first)) {
            return NUMBER;
        }
        if (!Character.isLetter(first)) {
            return SIGN;
        }
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < piece.length(); i++) {
            upper += Character.isUpperCase(piece.charAt(i)) ? 1 : 0;
            lower += Character.isLowerCase(piece.charAt(i)) ? 1 : 0;
        }
        if (upper == 0) {
            return LOWER;
        }
        if (lower == 0) {
            return upper > 1 || piece.length() > 1 ? UPPER : CAPITALISED;
        }
        return Character.isUpperCase(first) && (upper == 1 || piece.indexOf('-') > 0) ? CAPITALISED : MIXED;
    }
}
