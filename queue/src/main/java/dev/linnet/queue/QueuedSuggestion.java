package dev.linnet.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion with its place in the queue.
 *
 * @param suggestion what was suggested
 * @param state where it stands
 * @param queued when it was put in the queue
 * @param decided when it was decided, if it was
 * @param decidedBy who decided, if anyone did
 */
public record QueuedSuggestion(
        Suggestion suggestion,
        SuggestionState state,
        Instant queued,
        @Nullable Instant decided,
        @Nullable String decidedBy) {}
