package dev.linnet.nlp.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hashtags, and the words that are written together in them. */
public final class Hashtags {
    /** A sign that no letter or digit stands before, and a word with at least one letter. */
    private static final Pattern HASHTAG =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/])[#＃]([\\p{L}\\p{N}\\p{M}_]*[\\p{L}_][\\p{L}\\p{N}\\p{M}_]*)");

    private static final Pattern SEAM = Pattern.compile(
            "_+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

    private Hashtags() {}

    /** The hashtags of a text: without the sign, lower case, distinct, in order. */
    public static List<String> of(String text) {
        if (text.indexOf('#') < 0 && text.indexOf('＃') < 0) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = HASHTAG.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return List.copyOf(found);
    }

    /** The words of a hashtag: {@code StreamProcessing2026} gives stream, processing, 2026, as they are written. */
    public static List<String> words(String hashtag) {
        List<String> words = new ArrayList<>();
        for (String word : SEAM.split(hashtag)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
