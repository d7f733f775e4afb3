package dev.linnet.pipeline.windows;

import dev.linnet.pipeline.dedupe.Fingerprint;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums up the mentions of a keyword's minute; the order in which they came makes no difference. */
final class WindowSummary {
    private static final int WORDS = 8;

    private WindowSummary() {}

    /** @param mentions by post key */
    static KeywordWindow of(String keyword, long minute, Map<String, Mentioned> mentions, boolean onTime) {
        // Sums of doubles depend on their order: a fixed one gives the same bits at each replay.
        List<Map.Entry<String, Mentioned>> ordered =
                mentions.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        double relevance = ordered.stream()
                .mapToDouble(entry -> entry.getValue().relevance())
                .sum();
        double sentiment = ordered.stream()
                .mapToDouble(entry -> entry.getValue().sentiment())
                .average()
                .orElse(0);
        long authors = ordered.stream()
                .map(entry -> entry.getValue().author())
                .distinct()
                .count();
        List<Map.Entry<String, Mentioned>> top = top(ordered);
        return new KeywordWindow(
                keyword,
                Instant.ofEpochMilli(minute),
                ordered.size(),
                authors,
                relevance,
                sentiment,
                onTime,
                top.stream().map(WindowSummary::shown).toList(),
                top.stream().map(entry -> entry.getValue().sentiment()).toList(),
                words(ordered),
                sample(ordered));
    }

    private static List<Map.Entry<String, Mentioned>> top(List<Map.Entry<String, Mentioned>> ordered) {
        return ordered.stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Mentioned> entry) ->
                                -entry.getValue().relevance())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KeywordWindow.TOP)
                .toList();
    }

    private static Alert.DrivingPost shown(Map.Entry<String, Mentioned> entry) {
        return new Alert.DrivingPost(
                entry.getKey(),
                entry.getValue().author(),
                entry.getValue().text(),
                entry.getValue().url());
    }

    private static List<Voice> sample(List<Map.Entry<String, Mentioned>> ordered) {
        return ordered.stream()
                .map(entry -> new Voice(
                        hash(entry.getKey()),
                        hash(entry.getValue().author()),
                        entry.getValue().sentiment()))
                .sorted(Comparator.comparingLong(Voice::post))
                .limit(KeywordWindow.SAMPLE)
                .toList();
    }

    private static long hash(String text) {
        return Fingerprint.hash(List.of(text));
    }

    private static List<String> words(List<Map.Entry<String, Mentioned>> ordered) {
        Map<String, Integer> counts = new HashMap<>();
        for (Map.Entry<String, Mentioned> entry : ordered) {
            entry.getValue().words().forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
