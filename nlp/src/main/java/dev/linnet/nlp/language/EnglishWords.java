package dev.linnet.nlp.language;

import java.util.Locale;
import java.util.Set;

/**
 * Sees by its small words that a text is English: a quick look that spares most posts the detector, as most that are
 * marked English are.
 */
final class EnglishWords {
    /** Of these no other language written in Latin letters has many. */
    private static final Set<String> SMALL = Set.of(
            "the", "and", "of", "to", "is", "you", "that", "it", "was", "for", "are", "with", "his", "they", "at", "be",
            "this", "have", "from", "or", "had", "by", "but", "what", "we", "when", "your", "can", "there", "each",
            "which", "she", "their", "if", "will", "about", "would", "these", "her", "has", "my", "i'm", "it's",
            "don't", "been", "who", "its", "now", "how", "just", "not", "our", "than", "them", "could", "should",
            "because");

    private static final int FEWEST = 3;
    private static final double SHARE = 0.2;

    private EnglishWords() {}

    /** Whether at least three different small words, and a fifth of all, are English ones. */
    static boolean are(String letters) {
        String[] words = letters.split(" ");
        int hits = 0;
        int different = 0;
        String seen = " ";
        for (String word : words) {
            String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
            if (SMALL.contains(lower)) {
                hits++;
                if (!seen.contains(" " + lower + " ")) {
                    different++;
                    seen += lower + " ";
                }
            }
        }
        return different >= FEWEST && hits >= SHARE * words.length;
    }
}
