package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.List;

/**
 * A post that may have turned the mood.
 *
 * @param post the post
 * @param sentiment −1 to 1
 * @param minute in minutes since 1970
 * @param words words of its minute
 */
public record MoodPost(Alert.DrivingPost post, double sentiment, long minute, List<String> words) {}
