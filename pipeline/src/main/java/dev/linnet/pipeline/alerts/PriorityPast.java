package dev.linnet.pipeline.alerts;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a priority keyword was used in each hour of the last week: what is usual of it.
 *
 * @param since the hour, since 1970, in which it was first used
 * @param hour the hour of the newest use
 * @param uses by hour, a ring: an hour stands at its number modulo the length
 */
public record PriorityPast(long since, long hour, int[] uses) {
    /** Hours that are remembered. */
    static final int HOURS = 7 * 24;

    private static final int SHOWN = 24;
    private static final long HOUR = 3_600_000;

    static PriorityPast fresh(long at) {
        long now = Math.floorDiv(at, HOUR);
        return new PriorityPast(now, now, new int[HOURS]);
    }

    /** With a use more; what is older than a week is forgotten. */
    PriorityPast with(long at) {
        long now = Math.floorDiv(at, HOUR);
        if (now <= hour - HOURS) {
            return this;
        }
        int[] counted = uses.clone();
        for (long empty = Math.max(hour + 1, now - HOURS + 1); empty <= now; empty++) {
            counted[place(empty)] = 0;
        }
        counted[place(now)]++;
        return new PriorityPast(Math.min(since, now), Math.max(hour, now), counted);
    }

    private static int place(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }

    /** The uses in each of the last hours, oldest first. */
    List<Double> series() {
        List<Double> series = new ArrayList<>();
        for (long at = hour - SHOWN + 1; at <= hour; at++) {
            series.add((double) uses[place(at)]);
        }
        return series;
    }

    /** How many hours before that of a moment are known; at most a week. */
    int known(long at) {
        return (int) Math.max(0, Math.min(HOURS - 1, Math.floorDiv(at, HOUR) - since));
    }

    /** The mean uses an hour before that of a moment; 0 where none is known. */
    double usual(long at) {
        int known = known(at);
        double sum = 0;
        for (int ago = 1; ago <= known; ago++) {
            long one = Math.floorDiv(at, HOUR) - ago;
            sum += one > hour - HOURS ? uses[place(one)] : 0;
        }
        return known == 0 ? 0 : sum / known;
    }
}
