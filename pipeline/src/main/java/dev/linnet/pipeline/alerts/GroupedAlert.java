package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the alerts that are told as one.
 *
 * @param alert as it was when it was last told
 * @param posts hashes of the last posts with its keyword
 */
public record GroupedAlert(Alert alert, List<Long> posts) {
    private static final int LEAST_SHARED = 3;

    boolean isOpen() {
        return alert.closed() == null;
    }

    /** Whether half of the posts of one are the other's too: by fair samples, of that with fewer. */
    boolean sharesPosts(List<Long> others) {
        Set<Long> shared = new HashSet<>(posts);
        shared.retainAll(Set.copyOf(others));
        return shared.size() >= LEAST_SHARED && 2 * shared.size() >= Math.min(posts.size(), others.size());
    }
}
