package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.queue.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SpikeDetectFunction} knows of a keyword beside its measures: one state, because each costs RocksDB a read and a write a minute.
 *
 * @param gaps gaps that the detectors have not passed yet
 * @param recent the last posts
 * @param episode what the last minutes were made of, while an episode goes on
 * @param raised the alert that is open
 */
public record SpikeNotes(
        List<Gap> gaps,
        RecentPosts recent,
        @Nullable SpikeEpisode episode,
        @Nullable Alert raised) {
    static final SpikeNotes NONE = new SpikeNotes(List.of(), RecentPosts.NONE, null, null);
}
