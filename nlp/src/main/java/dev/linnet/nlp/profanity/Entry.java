package dev.linnet.nlp.profanity;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of the list with what it asks for.
 *
 * @param word folded, as {@link Folding#plain} does
 * @param kind what is wrong with it
 * @param language ISO 639-1 of the language it belongs to
 * @param inside whether it is flagged inside a longer word too
 * @param bound whether it is flagged only in posts of its language; an English one in posts of no known language too
 * @param name whether it is a name too, and decent with a capital first letter
 */
record Entry(String word, Kind kind, String language, boolean inside, boolean bound, boolean name) {
    /** The entries of one notation, {@code shit/s/ty}, with the marks that {@code profanity.tsv} tells of. */
    static List<Entry> parse(String notation, Kind kind, String language) {
        int start = 0;
        while (start < notation.length() && "~!^".indexOf(notation.charAt(start)) >= 0) {
            start++;
        }
        String marks = notation.substring(0, start);
        String[] parts = notation.substring(start).split("/");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String word = Folding.plain(i == 0 ? parts[0] : parts[0] + parts[i]);
            entries.add(new Entry(word, kind, language, marks.contains("~"), marks.contains("!"), marks.contains("^")));
        }
        return entries;
    }

    /** Whether the word counts in a post of this language, written this way. */
    boolean countsIn(String postLanguage, boolean capitalised) {
        if (name && capitalised) {
            return false;
        }
        return !bound || language.equals(postLanguage.equals("und") ? "en" : postLanguage);
    }
}
