package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The present group of uses of a priority keyword.
 *
 * @param opened when it began, milliseconds since 1970
 * @param until until when uses join it
 * @param posts keys of the posts in it, as far as they are told
 * @param count how many posts
 * @param authors different authors
 * @param sentimentSum the sum of their sentiment
 * @param shown the posts shown
 * @param words how often each word came with it
 */
public record PriorityState(
        long opened,
        long until,
        Set<String> posts,
        long count,
        Set<String> authors,
        double sentimentSum,
        List<Alert.DrivingPost> shown,
        Map<String, Integer> words) {}
