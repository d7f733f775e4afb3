package dev.linnet.pipeline.phrases;

import dev.linnet.keywords.mining.phrase.StopWords;
import dev.linnet.pipeline.dedupe.Fingerprint;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases of a text: runs of one to three words that neither begin nor end with a stop word. Plural and singular, and words
 * written together or apart ({@code #WillowRiver}, {@code willow river}), are one phrase: they have one key.
 */
final class PhraseWords {
    /** In words. */
    static final int LONGEST = 3;

    private static final int MOST = 96;
    private static final int SHORTEST_WORD = 3;
    private static final Pattern PIECE =
            Pattern.compile("[@#＃]?[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_]*(?:['’][\\p{L}\\p{M}]+)*|[^\\s\\-]");

    private PhraseWords() {}

    /** A text's words and other signs, lower case, without {@code #}. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher found = PIECE.matcher(plain(text));
        while (found.find()) {
            String piece = found.group();
            pieces.add(piece.length() > 1 && piece.charAt(0) == '#' ? piece.substring(1) : piece);
        }
        return pieces;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Each phrase's key and how the text writes it: lower case, without {@code #}, in order of appearance. */
    static Map<Long, String> in(String text, String language) {
        Set<String> stops = stops(language);
        Map<Long, String> phrases = new LinkedHashMap<>();
        List<String> run = new ArrayList<>();
        Matcher pieces = PIECE.matcher(plain(text));
        while (pieces.find()) {
            String piece = pieces.group();
            char first = piece.charAt(0);
            if (Character.isLetterOrDigit(first) || (first == '#' && piece.length() > 1)) {
                run.add(first == '#' ? piece.substring(1) : piece);
                addEndingHere(run, stops, phrases);
            } else {
                run.clear();
            }
        }
        return phrases;
    }

    private static void addEndingHere(List<String> run, Set<String> stops, Map<Long, String> phrases) {
        int end = run.size();
        if (stops.contains(straight(run.get(end - 1)))) {
            return;
        }
        for (int length = 1; length <= Math.min(LONGEST, end) && phrases.size() < MOST; length++) {
            List<String> words = run.subList(end - length, end);
            if (!stops.contains(straight(words.get(0))) && words.stream().anyMatch(PhraseWords::says)) {
                phrases.putIfAbsent(key(words), String.join(" ", words));
            }
        }
    }

    private static boolean says(String word) {
        return word.length() >= SHORTEST_WORD && word.chars().anyMatch(Character::isLetter);
    }

    private static String straight(String word) {
        return word.replace('’', '\'');
    }

    private static Set<String> stops(String language) {
        Set<String> stops = StopWords.of(language);
        return stops.isEmpty() ? StopWords.of("en") : stops;
    }

    /** The key of a phrase as it is written, with or without {@code #}. */
    static long key(String phrase) {
        return key(words(phrase));
    }

    static long key(List<String> words) {
        return Fingerprint.hash(List.of(joined(words)));
    }

    /** The phrase's words, in the singular as far as the ending tells, written together. */
    static String joined(List<String> words) {
        StringBuilder joined = new StringBuilder();
        words.forEach(word -> joined.append(singular(word)));
        return joined.toString();
    }

    static List<String> words(String phrase) {
        String lower = phrase.strip().toLowerCase(Locale.ROOT);
        return List.of((lower.startsWith("#") ? lower.substring(1) : lower).split("\\s+"));
    }

    static String singular(String word) {
        String bare = word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
        boolean plural = bare.length() > SHORTEST_WORD
                && bare.endsWith("s")
                && !bare.endsWith("ss")
                && !bare.endsWith("us")
                && !bare.endsWith("is");
        return plural ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** Whether all words of a phrase are in another, in whatever number. */
    static boolean partOf(String part, String whole) {
        List<String> words = words(whole).stream().map(PhraseWords::singular).toList();
        return words(part).stream().map(PhraseWords::singular).allMatch(words::contains);
    }
}
