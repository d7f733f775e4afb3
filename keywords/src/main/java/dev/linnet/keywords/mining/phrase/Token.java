package dev.linnet.keywords.mining.phrase;

/**
 * A word or a punctuation mark of a text.
 *
 * @param text as written
 * @param lower lower case, apostrophes straightened, a possessive {@code 's} taken off
 * @param tag its Universal Dependencies part of speech; {@code X} where the language has no tagger
 * @param sentence the number of its sentence, from 0
 * @param position its place among the text's tokens, from 0
 */
record Token(String text, String lower, String tag, int sentence, int position) {
    /** Lower case, without a hashtag's sign. */
    String plain() {
        return lower.charAt(0) == '#' ? lower.substring(1) : lower;
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    boolean isAcronym() {
        return text.length() > 1
                && text.codePoints().noneMatch(Character::isLowerCase)
                && text.codePoints().anyMatch(Character::isLetter);
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0)) || text.charAt(0) == '#' && text.length() > 1;
    }
}
