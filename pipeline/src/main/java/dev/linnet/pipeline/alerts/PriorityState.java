package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.windows.KeywordMention;
import dev.linnet.queue.Alert;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A group of uses of a priority keyword, which are one alert.
 *
 * @param opened when it began, milliseconds since 1970
 * @param until until when uses join it
 * @param posts keys of the posts in it, as far as they are told
 * @param count how many posts
 * @param authors different authors
 * @param sentimentSum the sum of their sentiment
 * @param shown the posts shown
 * @param words how often each word came with it
 * @param told of how many posts its alert spoke when it was last told
 * @param closed whether its end was told
 */
public record PriorityState(
        long opened,
        long until,
        Set<String> posts,
        long count,
        Set<String> authors,
        double sentimentSum,
        List<Alert.DrivingPost> shown,
        Map<String, Integer> words,
        long told,
        boolean closed) {
    private static final int MOST_KEPT = 500;
    private static final int SHOWN = 5;

    /** A group that begins with a use. */
    static PriorityState of(KeywordMention first, long cooldown) {
        long at = first.at().toEpochMilli();
        return new PriorityState(at, at + cooldown, Set.of(), 0, Set.of(), 0, List.of(), Map.of(), 0, false)
                .with(first);
    }

    /** Whether a use at a moment lies within the cooldown of its first, before or after. */
    boolean takes(long at) {
        return at < until && at > opened - (until - opened);
    }

    /** With a use more. */
    PriorityState with(KeywordMention mention) {
        Set<String> keys = new LinkedHashSet<>(posts);
        Set<String> by = new LinkedHashSet<>(authors);
        if (keys.size() < MOST_KEPT) {
            keys.add(mention.postKey());
            by.add(mention.author());
        }
        List<Alert.DrivingPost> top = new ArrayList<>(shown);
        if (top.size() < SHOWN) {
            top.add(new Alert.DrivingPost(mention.postKey(), mention.author(), mention.text(), mention.url()));
        }
        return new PriorityState(
                opened,
                until,
                keys,
                count + 1,
                by,
                sentimentSum + mention.sentiment(),
                top,
                SpikeEpisode.count(words, mention.words()),
                told,
                closed);
    }

    /** Once its alert was told as it stands. */
    PriorityState told(boolean isOver) {
        return new PriorityState(
                opened, until, posts, count, authors, sentimentSum, shown, words, count, closed || isOver);
    }
}
