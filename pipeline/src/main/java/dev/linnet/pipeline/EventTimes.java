package dev.linnet.pipeline;

import dev.linnet.pipeline.post.PostEvent;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;

/** The event time of a record, never more than a minute ahead of the clock: a wrong date must not close all windows. */
final class EventTimes implements SerializableTimestampAssigner<PostEvent> {
    private static final long serialVersionUID = 1L;
    private static final long MOST_AHEAD = Duration.ofMinutes(1).toMillis();

    private final Clock clock;

    EventTimes(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long extractTimestamp(PostEvent event, long before) {
        return Math.min(event.at().toEpochMilli(), clock.millis() + MOST_AHEAD);
    }
}
