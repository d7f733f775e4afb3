package dev.linnet.pipeline.phrases;

import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a phrase came with.
 *
 * @param drivers the most wanted posts, each by another author
 * @param words phrases that stand in several of its posts
 * @param sentiment the mean of the wanted posts, −1 to 1
 */
public record PhraseContext(List<Alert.DrivingPost> drivers, List<String> words, double sentiment) {
    private static final int DRIVERS = 5;
    private static final int WORDS = 6;
    private static final int LEAST_POSTS = 2;

    /** What it came with since a time. */
    public static PhraseContext of(RankedPhrase phrase, Instant since) {
        List<HeldPost> wanted = phrase.holding().stream()
                .filter(held -> held.isRelevant() && held.post().at().isAfter(since))
                .sorted(Comparator.comparingDouble(HeldPost::wanted).reversed())
                .toList();
        double mood = wanted.stream()
                .mapToDouble(held -> held.post().sentiment())
                .average()
                .orElse(0);
        return new PhraseContext(drivers(wanted), words(phrase, wanted), mood);
    }

    private static List<Alert.DrivingPost> drivers(List<HeldPost> wanted) {
        Set<String> authors = new HashSet<>();
        List<Alert.DrivingPost> drivers = new ArrayList<>();
        for (HeldPost held : wanted) {
            PhrasePost post = held.post();
            if (drivers.size() < DRIVERS && authors.add(held.counted())) {
                drivers.add(new Alert.DrivingPost(post.key(), post.author(), post.text(), post.url()));
            }
        }
        return drivers;
    }

    private static List<String> words(RankedPhrase phrase, List<HeldPost> wanted) {
        Map<String, Integer> counts = new HashMap<>();
        for (HeldPost held : wanted) {
            PhraseWords.in(held.post().text(), held.post().language())
                    .values()
                    .forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < LEAST_POSTS);
        List<String> words = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))))
                .map(Map.Entry::getKey)
                .filter(word ->
                        !PhraseWords.partOf(word, phrase.phrase()) && !PhraseWords.partOf(phrase.phrase(), word))
                .forEach(word -> {
                    if (words.size() < WORDS && words.stream().noneMatch(before -> PhraseWords.partOf(word, before))) {
                        words.add(word);
                    }
                });
        return words;
    }
}
