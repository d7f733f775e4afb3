package dev.linnet.nlp.profanity;

import java.text.Normalizer;
import java.util.Locale;

/** Brings the ways in which a word is written and disguised to one. */
final class Folding {
    /** Signs that stand for letters, and their letters. */
    private static final String SIGNS = "@4301!5$7+";

    private static final String LETTERS = "aaeoiisstt";

    private Folding() {}

    /** Lower case, without accents; ß as ss; letters of other alphabets that look Latin as Latin. */
    static String plain(String word) {
        boolean ascii = true;
        boolean lower = true;
        for (int i = 0; i < word.length(); i++) {
            ascii &= word.charAt(i) < 0x80;
            lower &= word.charAt(i) < 'A' || word.charAt(i) > 'Z';
        }
        if (ascii) {
            return lower ? word : word.toLowerCase(Locale.ROOT);
        }
        String parted = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(parted.length());
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            if (c == 'ß') {
                plain.append("ss");
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(latin(c));
            }
        }
        return plain.toString();
    }

    /** Whether the word has signs that can stand for letters, and letters enough to be a word: half of it. */
    static boolean isDisguised(String word) {
        int signs = 0;
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            signs += SIGNS.indexOf(c) >= 0 ? 1 : 0;
            letters += Character.isLetter(c) || c == '$' || c == '@' || c == '!' ? 1 : 0;
        }
        return signs > 0 && 2 * letters >= word.length();
    }

    /** Letters for the signs that stand for them. */
    static String undisguised(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int sign = SIGNS.indexOf(word.charAt(i));
            letters.append(sign < 0 ? word.charAt(i) : LETTERS.charAt(sign));
        }
        return letters.toString();
    }

    /** The length of the longest run of one letter. */
    static int longestRun(String word) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** The word with runs of more than {@code most} of one letter cut to {@code most}. */
    static String shortened(String word, int most) {
        StringBuilder shortened = new StringBuilder(word.length());
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
            if (run <= most) {
                shortened.append(word.charAt(i));
            }
        }
        return shortened.toString();
    }

    private static char latin(char c) {
        return switch (c) {
            case 'а' -> 'a';
            case 'с' -> 'c';
            case 'е' -> 'e';
            case 'і', 'ı' -> 'i';
            case 'о' -> 'o';
            case 'р' -> 'p';
            case 'х' -> 'x';
            case 'у' -> 'y';
            case 'к' -> 'k';
            case 'ѕ' -> 's';
            case '’' -> '\'';
            default -> c;
        };
    }
}
