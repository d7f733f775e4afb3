package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of a phrase while it is used.
 *
 * @param authors when each author last used it, milliseconds since 1970; those of the window, {@value #MOST} at most
 * @param volume how often it was used
 * @param told until when it is not told again, milliseconds since 1970
 * @param shown posts of the window that used it, each by another author
 * @param moods the shown posts' sentiment, −1 to 1, in their order
 */
public record PhraseState(
        Map<String, Long> authors, UseVolume volume, long told, List<Alert.DrivingPost> shown, List<Double> moods) {
    static final int MOST = 64;

    static PhraseState fresh() {
        return new PhraseState(Map.of(), UseVolume.none(), 0, List.of(), List.of());
    }
}
