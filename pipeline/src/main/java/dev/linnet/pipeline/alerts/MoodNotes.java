package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.queue.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link MoodTurnFunction} knows of a keyword beside its mood: one state, because each costs RocksDB a read and a write a minute.
 *
 * @param gaps gaps that the detector has not passed yet
 * @param posts posts of the last authors that are farthest from what is usual
 * @param raised the alert that is open
 */
public record MoodNotes(
        List<Gap> gaps, List<MoodPost> posts, @Nullable Alert raised) {
    static final MoodNotes NONE = new MoodNotes(List.of(), List.of(), null);
}
