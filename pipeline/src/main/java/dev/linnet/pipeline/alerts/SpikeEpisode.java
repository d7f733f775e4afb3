package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a keyword's last minutes, or its present episode, were made of.
 *
 * @param posts how many posts
 * @param authors the authors of the posts shown, and no more than {@value #MOST_AUTHORS}
 * @param mostAuthors the most authors of one minute: with the authors above, a lower bound of their number
 * @param sentimentSum the sum of the posts' sentiment
 * @param top the posts shown
 * @param words how often each word came with it
 * @param toldBy what is told of it, or null as long as nothing is
 */
public record SpikeEpisode(
        long posts,
        Set<String> authors,
        long mostAuthors,
        double sentimentSum,
        List<Alert.DrivingPost> top,
        Map<String, Integer> words,
        @Nullable Watched toldBy) {
    private static final int MOST_AUTHORS = 64;
    private static final int MOST_WORDS = 32;

    static SpikeEpisode fresh() {
        return new SpikeEpisode(0, Set.of(), 0, 0, List.of(), Map.of(), null);
    }

    /** With a minute more. */
    SpikeEpisode with(KeywordWindow window) {
        Set<String> seen = new LinkedHashSet<>(authors);
        List<Alert.DrivingPost> posted = new ArrayList<>(top);
        for (Alert.DrivingPost post : window.top()) {
            if (seen.size() < MOST_AUTHORS && seen.add(post.author()) && posted.size() < KeywordWindow.TOP) {
                posted.add(post);
            }
        }
        return new SpikeEpisode(
                posts + window.posts(),
                seen,
                Math.max(mostAuthors, window.authors()),
                sentimentSum + window.sentimentMean() * window.posts(),
                posted,
                count(words, window.words()),
                toldBy);
    }

    SpikeEpisode toldBy(Watched what) {
        return new SpikeEpisode(posts, authors, mostAuthors, sentimentSum, top, words, what);
    }

    /** Counts with more words; those that come late to a full map are left out. */
    static Map<String, Integer> count(Map<String, Integer> before, List<String> more) {
        Map<String, Integer> counted = new LinkedHashMap<>(before);
        for (String word : more) {
            if (counted.containsKey(word) || counted.size() < MOST_WORDS) {
                counted.merge(word, 1, Integer::sum);
            }
        }
        return counted;
    }

    /** How many authors there are at least. */
    int authorCount() {
        return (int) Math.max(authors.size(), mostAuthors);
    }

    double sentiment() {
        return posts == 0 ? 0 : sentimentSum / posts;
    }

    /** The words that came with it most often. */
    List<String> topWords(int limit) {
        return mostFrequent(words, limit);
    }

    static List<String> mostFrequent(Map<String, Integer> words, int limit) {
        return words.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
