package dev.linnet.pipeline.output;

import dev.linnet.pipeline.dedupe.Fingerprint;
import java.time.Instant;
import java.util.List;

/**
 * Times of points: the moment to the millisecond, with sub-millisecond digits made from an id. So a point that is written again
 * writes over itself, and two points of one moment and one set of tags stay two.
 */
public final class PointTimes {
    private static final long NANOS = 1_000_000L;

    private PointTimes() {}

    /** The time of what is known by an id, in nanoseconds since 1970. */
    public static long of(Instant moment, String id) {
        return exact(moment) + Math.floorMod(Fingerprint.hash(List.of(id)), NANOS);
    }

    /** A moment without further digits, in nanoseconds since 1970. */
    public static long exact(Instant moment) {
        return moment.toEpochMilli() * NANOS;
    }
}
