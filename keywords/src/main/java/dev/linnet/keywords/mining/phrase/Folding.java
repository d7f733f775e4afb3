package dev.linnet.keywords.mining.phrase;

import java.util.Locale;
import java.util.Set;

/**
 * Brings the spellings of one thing together: case, plural, hyphen, hashtag. Plurals by Harman's S rules ("How effective
 * is suffixing?", JASIS 1991), with the commonest exceptions.
 */
final class Folding {
    private static final Set<String> KEPT = Set.of("news", "lens", "bus", "gas", "series", "species", "always", "os");

    private Folding() {}

    /** The key that all spellings of a phrase share: singular words without hyphens, one space between. */
    static String key(String phrase, String language) {
        StringBuilder key = new StringBuilder(phrase.length());
        for (String word : phrase.toLowerCase(Locale.ROOT).replace('-', ' ').split("\\s+")) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(language.equals("en") ? singular(word) : word);
            }
        }
        return key.toString();
    }

    /** The key without its spaces, which a hashtag or a closed compound shares: {@code fieldrecording}. */
    static String solid(String key) {
        return key.replace(" ", "");
    }

    static String singular(String word) {
        if (word.length() < 4 || KEPT.contains(word) || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
            return word.length() > 4
                    ? word.substring(0, word.length() - 3) + "y"
                    : word.substring(0, word.length() - 1);
        }
        if (word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        if (word.endsWith("us") || word.endsWith("ss") || word.endsWith("is")) {
            return word;
        }
        return word.substring(0, word.length() - 1);
    }
}
