package dev.linnet.pipeline.alerts;

/**
 * How much is said: uses in the last {@link #WINDOW_BUCKETS} stretches of {@link #BUCKET_MILLIS}, and those before, older ones
 * counting less. The same measure serves for one phrase and for all phrases together, so that the two can be compared.
 *
 * @param bucket the newest stretch, counted since 1970; −1 before the first use
 * @param recent uses in the last stretches, oldest first
 * @param past uses before those, half after {@value #HALF_LIFE_BUCKETS} stretches
 */
public record UseVolume(long bucket, double[] recent, double past) {
    static final long BUCKET_MILLIS = 5 * 60_000;
    static final int WINDOW_BUCKETS = 4;
    private static final int HALF_LIFE_BUCKETS = 12 * 24;
    private static final double KEEP = Math.pow(0.5, 1.0 / HALF_LIFE_BUCKETS);

    static UseVolume none() {
        return new UseVolume(-1, new double[WINDOW_BUCKETS], 0);
    }

    /** As it stands at a time of event time; earlier times than the newest change nothing. */
    UseVolume at(long millis) {
        long now = Math.floorDiv(millis, BUCKET_MILLIS);
        if (bucket < 0) {
            return new UseVolume(now, recent, past);
        }
        if (now <= bucket) {
            return this;
        }
        double[] moved = recent.clone();
        double older = past;
        for (long step = bucket; step < now && step < bucket + WINDOW_BUCKETS; step++) {
            older = older * KEEP + moved[0];
            System.arraycopy(moved, 1, moved, 0, WINDOW_BUCKETS - 1);
            moved[WINDOW_BUCKETS - 1] = 0;
        }
        long silent = Math.max(0, now - bucket - WINDOW_BUCKETS);
        return new UseVolume(now, moved, older * Math.pow(KEEP, silent));
    }

    /** With a use more in the newest stretch. */
    UseVolume plusOne() {
        double[] more = recent.clone();
        more[WINDOW_BUCKETS - 1]++;
        return new UseVolume(bucket, more, past);
    }

    /** When the last stretches begin, milliseconds since 1970. */
    long windowStart() {
        return (bucket - WINDOW_BUCKETS + 1) * BUCKET_MILLIS;
    }

    /** Uses in the last stretches. */
    double window() {
        double sum = 0;
        for (double count : recent) {
            sum += count;
        }
        return sum;
    }
}
