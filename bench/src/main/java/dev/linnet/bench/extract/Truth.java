package dev.linnet.bench.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people said of a page's text: the whole article, or pieces that are part of it and pieces that are not.
 *
 * @param id the page's name
 * @param article the article's text; null if only pieces are known
 * @param with pieces of the article
 * @param without pieces that are not the article's
 */
record Truth(String id, @Nullable String article, List<String> with, List<String> without) {
    private static final Pattern NO_WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHINGLE = 4;

    /** Words, case kept. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>(Arrays.asList(NO_WORD.split(text)));
        words.removeIf(String::isEmpty);
        return words;
    }

    static String collapse(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Every run of so many words, with how often it stands there; a shorter text is one run. */
    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words = words(text);
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i < (words.isEmpty() ? 0 : Math.max(1, words.size() - SHINGLE + 1)); i++) {
            runs.merge(words.subList(i, Math.min(words.size(), i + SHINGLE)), 1, Integer::sum);
        }
        return runs;
    }

    /** Hits, false hits and misses of a text: of four-word runs for an article, of pieces otherwise. */
    Counts count(String text) {
        if (article == null) {
            String collapsed = collapse(text);
            int hits = (int)
                    with.stream().filter(p -> collapsed.contains(collapse(p))).count();
            int wrong = (int) without.stream()
                    .filter(p -> collapsed.contains(collapse(p)))
                    .count();
            return new Counts(hits, wrong, with.size() - hits);
        }
        Map<List<String>, Integer> told = shingles(article);
        Map<List<String>, Integer> found = shingles(text);
        int hits = 0;
        for (Map.Entry<List<String>, Integer> run : found.entrySet()) {
            hits += Math.min(run.getValue(), told.getOrDefault(run.getKey(), 0));
        }
        return new Counts(hits, sum(found) - hits, sum(told) - hits);
    }

    private static int sum(Map<List<String>, Integer> runs) {
        return runs.values().stream().mapToInt(n -> n).sum();
    }

    /** Runs of two, three and four words of the article. */
    Set<List<String>> runs() {
        List<String> words = words(article == null ? "" : article);
        Set<List<String>> runs = new HashSet<>();
        for (int length = 2; length <= SHINGLE; length++) {
            for (int i = 0; i + length <= words.size(); i++) {
                runs.add(words.subList(i, i + length));
            }
        }
        return runs;
    }

    /**
     * What a text has of the truth.
     *
     * @param hits what is in both
     * @param wrong what is only in the text
     * @param missed what is only in the truth
     */
    record Counts(int hits, int wrong, int missed) {}
}
