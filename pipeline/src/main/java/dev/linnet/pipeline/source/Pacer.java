package dev.linnet.pipeline.source;

/**
 * Tells when each record of a recording is due, at a multiple of its own speed. Records that tell no time, or one before
 * that of an earlier record, are due with the record before them. A gap of more than a minute is passed over at once.
 */
final class Pacer {
    private static final long LONGEST_GAP = 60_000;

    /** So many records in a row must lie back by more than the longest gap before the clock is set back to them. */
    private static final int RECORDS_TO_SET_BACK = 3;

    private final double speed;
    private long begunNanos = Long.MIN_VALUE;
    private double playedMillis;
    private long newest = -1;
    private int farBack;

    /**
     * @param speed how many seconds of the recording pass in one
     */
    Pacer(double speed) {
        this.speed = speed;
    }

    /**
     * When a record is due.
     *
     * @param recordMillis the record's own time in milliseconds since 1970, negative if it tells none
     * @param nowNanos the clock, by {@link System#nanoTime()}
     * @return the clock's time at which the record is due; in the past if it is due at once
     */
    long dueNanos(long recordMillis, long nowNanos) {
        if (begunNanos == Long.MIN_VALUE) {
            begunNanos = nowNanos;
        }
        advance(recordMillis);
        return begunNanos + (long) (playedMillis / speed * 1_000_000);
    }

    private void advance(long recordMillis) {
        if (recordMillis < 0) {
            return;
        }
        if (newest < 0) {
            newest = recordMillis;
            return;
        }
        long step = recordMillis - newest;
        if (step < -LONGEST_GAP) {
            if (++farBack >= RECORDS_TO_SET_BACK) {
                newest = recordMillis;
                farBack = 0;
            }
            return;
        }
        farBack = 0;
        if (step > 0) {
            newest = recordMillis;
            playedMillis += step > LONGEST_GAP ? 0 : step;
        }
    }
}
