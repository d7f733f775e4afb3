package dev.linnet.pipeline.listening;

import java.util.List;

/**
 * What {@link StreamSilence} remembers; times are minutes since 1970.
 *
 * @param last the last minute with a record among those that are over; {@link #NEVER} before the first
 * @param over all minutes before this one are over
 * @param longest the longest silence in which somebody listened, minutes; halves in a week
 * @param heard how many minutes with a record are over
 * @param pending minutes with a record that are not over yet
 */
public record Listening(long last, long over, double longest, long heard, List<Long> pending) {
    static final long NEVER = Long.MIN_VALUE;

    /** Of a stream of which nothing was heard. */
    public static Listening fresh() {
        return new Listening(NEVER, NEVER, 0, 0, List.of());
    }
}
