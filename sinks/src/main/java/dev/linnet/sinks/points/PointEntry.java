package dev.linnet.sinks.points;

import java.io.Serializable;

/**
 * A point on its way to the server, as a line of the line protocol, or the order to delete one.
 *
 * @param kind what to do with it
 * @param measurement the measurement
 * @param time nanoseconds since 1970
 * @param line the line, without a line feed; for a refused point what it was
 */
record PointEntry(Kind kind, String measurement, long time, String line) implements Serializable {
    enum Kind {
        WRITE,
        DELETE,
        /** A point that cannot be written; it is counted when its turn comes. */
        REFUSED,
        /** Nothing; it makes the writer send what it holds although the batch is not full. */
        TICK
    }

    private static final int REQUEST_OVERHEAD = 64;
    private static final PointEntry THE_TICK = new PointEntry(Kind.TICK, "", 0, "");

    static PointEntry write(String measurement, long time, String line) {
        return new PointEntry(Kind.WRITE, measurement, time, line);
    }

    static PointEntry delete(String measurement, long time) {
        return new PointEntry(Kind.DELETE, measurement, time, "");
    }

    static PointEntry refused(String measurement, long time, String what) {
        return new PointEntry(Kind.REFUSED, measurement, time, what);
    }

    static PointEntry tick() {
        return THE_TICK;
    }

    /** About how many bytes it takes in a request. */
    long size() {
        return kind == Kind.DELETE ? measurement.length() + (long) REQUEST_OVERHEAD : line.length() + 1L;
    }
}
