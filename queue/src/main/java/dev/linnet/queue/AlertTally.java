package dev.linnet.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many alerts were told in a time, and what came of them: the measure of alert fatigue.
 *
 * @param told alerts that opened and were shown; those of silenced subjects are not
 * @param acted of those, the ones because of which somebody did something: tracked, muted, silenced, or judged it
 * @param useful those called useful, by the last word said
 * @param noise those called noise
 * @param first when the first of them opened, or null when there is none
 */
public record AlertTally(
        int told,
        int acted,
        int useful,
        int noise,
        @Nullable Instant first) {}
