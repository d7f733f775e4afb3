package dev.linnet.sinks.points;

import java.io.Serializable;
import java.time.Duration;

/**
 * A writer's sizes and times.
 *
 * @param batchPoints points a request at most
 * @param batchBytes bytes a request at most, uncompressed
 * @param linger how long a point waits for its batch to fill
 * @param bufferedPoints points held before the job waits
 * @param connectTimeout until a connection stands
 * @param requestTimeout until a request is answered
 * @param longestBackoff the longest wait between two tries
 * @param longestRetryAfter the longest wait that a server can ask for
 */
record SinkLimits(
        int batchPoints,
        long batchBytes,
        Duration linger,
        int bufferedPoints,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration longestBackoff,
        Duration longestRetryAfter)
        implements Serializable {
    static final SinkLimits DEFAULT = new SinkLimits(
            5_000,
            1 << 20,
            Duration.ofMillis(200),
            50_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5));
}
