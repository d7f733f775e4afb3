package dev.linnet.nlp.profanity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The profane words of one text, with their places. */
final class Findings {
    private final String text;
    private final List<Found> found = new ArrayList<>();

    Findings(String text) {
        this.text = text;
    }

    /** Notes the characters from {@code start} to {@code end}, when they stand for an entry. */
    void note(int start, int end, @Nullable Entry entry) {
        if (entry != null) {
            found.add(new Found(start, end, entry.kind()));
        }
    }

    /** Notes a phrase of the user's own. */
    void noteOwn(int start, int end) {
        found.add(new Found(start, end, Kind.OWN));
    }

    /** The words, distinct whatever their case, in the order in which they were found. */
    List<Profanity> words() {
        Map<String, Profanity> words = new LinkedHashMap<>();
        for (Found one : found) {
            String word = text.substring(one.start, one.end);
            words.putIfAbsent(word.toLowerCase(Locale.ROOT), new Profanity(word, one.kind));
        }
        return List.copyOf(words.values());
    }

    /** The text with an asterisk for each letter and digit but the first of the words of these kinds. */
    String masked(Set<Kind> kinds) {
        StringBuilder masked = new StringBuilder(text);
        for (Found one : found) {
            if (kinds.contains(one.kind)) {
                mask(masked, one.start, one.end);
            }
        }
        return masked.toString();
    }

    /** Of characters beyond the basic plane both halves become one asterisk each, so that no place moves. */
    private static void mask(StringBuilder text, int start, int end) {
        boolean first = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && "@$!+".indexOf(c) < 0) {
                continue;
            }
            if (!first || Character.isSurrogate(c)) {
                text.setCharAt(i, '*');
            }
            first = false;
        }
    }

    private record Found(int start, int end, Kind kind) {}
}
