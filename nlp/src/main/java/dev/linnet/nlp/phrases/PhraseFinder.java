package dev.linnet.nlp.phrases;

import dev.linnet.nlp.text.Resources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the candidate noun phrases of a text: runs of one to four words that no stop word, sign or line break parts.
 *
 * <p>A run of up to four words is a phrase. A longer one is given as its capitalised names and its pairs of neighbours, as
 * what is worth counting in it is rarely the whole. Hashtags, mentions and numbers alone are no phrases.
 */
public final class PhraseFinder {
    private static final int LONGEST = 4;
    private static final int MOST = 40;

    private static final Pattern PIECE = Pattern.compile(
            "[@#＃]?[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_]*(?:['’.&+-][\\p{L}\\p{N}\\p{M}]+)*[+#]{0,2}|[^\\s]");

    private static final Set<String> STOP_WORDS = Set.copyOf(Resources.lines("/dev/linnet/nlp/stop-words.txt"));

    private PhraseFinder() {}

    /** The phrases: lower case, distinct, in order of appearance, at most 40. */
    public static List<String> find(String cleanText) {
        Set<String> phrases = new LinkedHashSet<>();
        List<String> run = new ArrayList<>();
        for (String line : cleanText.split("\n")) {
            Matcher pieces = PIECE.matcher(line);
            while (pieces.find() && phrases.size() < MOST) {
                String piece = pieces.group();
                if (isWord(piece)) {
                    run.add(piece);
                } else {
                    close(run, phrases);
                }
            }
            close(run, phrases);
        }
        return phrases.stream().limit(MOST).toList();
    }

    private static boolean isWord(String piece) {
        return Character.isLetterOrDigit(piece.codePointAt(0))
                && !STOP_WORDS.contains(piece.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private static void close(List<String> run, Set<String> phrases) {
        if (run.size() <= LONGEST) {
            add(run, phrases);
        } else {
            addNames(run, phrases);
            for (int i = 0; i + 1 < run.size(); i++) {
                add(run.subList(i, i + 2), phrases);
            }
        }
        run.clear();
    }

    private static void addNames(List<String> run, Set<String> phrases) {
        int start = 0;
        for (int i = 0; i <= run.size(); i++) {
            if (i == run.size() || !Character.isUpperCase(run.get(i).codePointAt(0))) {
                if (i - start >= 1 && i - start <= LONGEST) {
                    add(run.subList(start, i), phrases);
                }
                start = i + 1;
            }
        }
    }

    private static void add(List<String> words, Set<String> phrases) {
        String phrase = String.join(" ", words).toLowerCase(Locale.ROOT);
        if (phrase.length() >= 3 && phrase.codePoints().anyMatch(Character::isLetter)) {
            phrases.add(phrase);
        }
    }
}
