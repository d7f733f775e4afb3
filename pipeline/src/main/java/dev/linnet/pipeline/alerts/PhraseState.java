package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of a phrase while it is used.
 *
 * @param authors when each author last used it, milliseconds since 1970; those of the last hour, {@value #MOST} at most
 * @param usual uses an hour before the present one, older ones counting less
 * @param hour the hour that is being counted, in hours since 1970
 * @param count uses in it
 * @param told until when it is not told again, milliseconds since 1970
 * @param shown posts that used it
 * @param sentimentSum the sum of the counted posts' sentiment
 * @param series uses in the last hours, oldest first
 */
public record PhraseState(
        Map<String, Long> authors,
        double usual,
        long hour,
        long count,
        long told,
        List<Alert.DrivingPost> shown,
        double sentimentSum,
        List<Double> series) {
    static final int MOST = 64;
}
