package dev.linnet.keywords.matching;

import java.util.LinkedHashSet;
import java.util.Set;

/** English plurals of a folded word, both ways: {@code story} and {@code stories}. */
final class Plurals {
    /** Words that look like plurals, whose "singular" is another word or none. */
    private static final Set<String> NOT_PLURAL = Set.of(
            "news",
            "windows",
            "goods",
            "customs",
            "means",
            "jeans",
            "glasses",
            "species",
            "series",
            "always",
            "perhaps",
            "besides",
            "christmas",
            "texas",
            "wales",
            "lens",
            "gas",
            "bias",
            "atlas",
            "canvas",
            "kubernetes",
            "pandas",
            "keras",
            "rails",
            "teams",
            "times",
            "guardians",
            "james",
            "thomas",
            "mercedes",
            "andreas",
            "angeles",
            "athens");

    private Plurals() {}

    /** The other number of a word, as far as its ending tells; empty where it has none. */
    static Set<String> otherForms(String word) {
        Set<String> forms = new LinkedHashSet<>();
        if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z') || word.length() < 2) {
            return forms;
        }
        if (word.length() == 2) {
            if (word.chars().noneMatch(Plurals::isVowel)) {
                forms.add(word + "s"); // "tvs", "mps", but not "its"
            }
            return forms;
        }
        addPlurals(word, forms);
        addSingular(word, forms);
        return forms;
    }

    private static void addPlurals(String word, Set<String> forms) {
        char last = word.charAt(word.length() - 1);
        boolean afterConsonant = !isVowel(word.charAt(word.length() - 2));
        if (last == 'y' && afterConsonant) {
            forms.add(word.substring(0, word.length() - 1) + "ies");
        } else if (last == 's' || last == 'x' || last == 'z' || word.endsWith("ch") || word.endsWith("sh")) {
            forms.add(word + "es");
        } else {
            forms.add(word + "s");
            if (last == 'o' && afterConsonant) {
                forms.add(word + "es");
            }
        }
    }

    private static void addSingular(String word, Set<String> forms) {
        boolean plural = word.length() >= 5
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")
                && !word.endsWith("ics")
                && !NOT_PLURAL.contains(word);
        if (!plural) {
            return;
        }
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("ies")) {
            forms.add(word.substring(0, word.length() - 3) + "y");
        } else if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")) {
            forms.add(word.substring(0, word.length() - 2));
        } else {
            forms.add(stem);
        }
    }

    private static boolean isVowel(int c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
    }
}
