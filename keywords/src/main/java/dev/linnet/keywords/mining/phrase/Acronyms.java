package dev.linnet.keywords.mining.phrase;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The acronyms that an author explains, {@code open water swimming (OWS)}: an acronym in brackets stands for as many words
 * before it as it has letters, if their initials are its letters.
 */
final class Acronyms {
    private static final Pattern EXPLAINED = Pattern.compile("((?:[\\p{L}\\p{N}'’]+[ -]){2,7})\\((\\p{Lu}{2,7})s?\\)");

    private final Map<String, String> longForms = new HashMap<>();

    /** Notes what a text explains. */
    void learn(List<String> sentences, String language) {
        for (String sentence : sentences) {
            Matcher found = EXPLAINED.matcher(sentence);
            while (found.find()) {
                note(found.group(1).strip().split("[ -]"), found.group(2), language);
            }
        }
    }

    private void note(String[] words, String acronym, String language) {
        if (words.length < acronym.length()) {
            return;
        }
        List<String> last = List.of(words).subList(words.length - acronym.length(), words.length);
        String initials = last.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        if (initials.equalsIgnoreCase(acronym)) {
            longForms.putIfAbsent(acronym.toLowerCase(Locale.ROOT), Folding.key(String.join(" ", last), language));
        }
    }

    /** The acronyms' keys, each with the key of what it stands for. */
    Stream<Map.Entry<String, String>> all() {
        return longForms.entrySet().stream();
    }
}
