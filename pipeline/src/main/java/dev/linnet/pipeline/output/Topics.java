package dev.linnet.pipeline.output;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what may be a topic that comes up from the words that anyone uses at any time. */
final class Topics {
    /** Capitalised in English, and up once a week or a year without being news. */
    private static final Set<String> CALENDAR = Stream.concat(
                    Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                    Stream.of(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .map(name -> name.toLowerCase(Locale.ENGLISH))
            .collect(Collectors.toUnmodifiableSet());

    private Topics() {}

    /** Whether a hashtag, a phrase of several words, or a single word that the text writes as a name. */
    static boolean isTopic(String phrase, String text) {
        if (phrase.startsWith("#") || phrase.indexOf(' ') > 0) {
            return true;
        }
        return !CALENDAR.contains(phrase) && isName(phrase, text);
    }

    /** Whether the word stands with a capital where no sentence begins. */
    private static boolean isName(String word, String text) {
        String name = " " + Character.toUpperCase(word.charAt(0)) + word.substring(1);
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ',')) {
                return true;
            }
        }
        return false;
    }
}
