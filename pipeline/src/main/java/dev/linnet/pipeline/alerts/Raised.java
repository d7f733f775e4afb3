package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.List;

/**
 * An alert on its way to be grouped.
 *
 * @param alert as it stands
 * @param at the moment of event time at which it stands so, milliseconds since 1970
 * @param posts hashes of the last posts with its keyword
 * @param isNews whether it opens or closes; otherwise only its posts are told
 */
public record Raised(Alert alert, long at, List<Long> posts, boolean isNews) {}
