package dev.linnet.pipeline.spikes;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * What is usual at each hour of the week: a mean that forgets, and from which bursts are cut. It puts a level into words; it
 * does not enter the detector's decision.
 */
final class WeekRhythm {
    static final int HOURS = 168;

    /** Weeks after which an hour's rows count as much as all before. */
    private static final double WEEKS = 6;

    /** 1970 began on a Thursday. */
    private static final int FIRST_HOUR = 3 * 24;

    private final float[] mean;
    private final short[] rows;
    private final double rowSeconds;
    private final double mostRows;

    WeekRhythm(float[] mean, short[] rows, double rowSeconds) {
        this.mean = mean;
        this.rows = rows;
        this.rowSeconds = rowSeconds;
        this.mostRows = Math.min(Short.MAX_VALUE, Math.max(2, WEEKS * 3_600 / rowSeconds));
    }

    private int hour(long row) {
        return (int) Math.floorMod((long) Math.floor(row * rowSeconds / 3_600) + FIRST_HOUR, HOURS);
    }

    void add(long row, double level) {
        int hour = hour(row);
        if (rows[hour] < mostRows) {
            rows[hour]++;
        }
        mean[hour] += (float) ((level - mean[hour]) / rows[hour]);
    }

    /** What is usual at a row, as finely as its past allows: at the weekday's hour, at the hour, or at all. */
    Usual at(long row) {
        int hour = hour(row);
        double perHour = Math.max(1, 3_600 / rowSeconds);
        if (rows[hour] >= 2 * perHour - 1) {
            String day = DayOfWeek.of(hour / 24 + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return new Usual(mean[hour], day + " " + clock(hour % 24));
        }
        if (count(hour % 24, 24) >= 3 * perHour - 1) {
            return new Usual(mean(hour % 24, 24), clock(hour % 24));
        }
        return new Usual(mean(0, 1), "");
    }

    private double count(int from, int step) {
        double count = 0;
        for (int hour = from; hour < HOURS; hour += step) {
            count += rows[hour];
        }
        return count;
    }

    private double mean(int from, int step) {
        double sum = 0;
        for (int hour = from; hour < HOURS; hour += step) {
            sum += (double) mean[hour] * rows[hour];
        }
        return sum / Math.max(1, count(from, step));
    }

    private static String clock(int hour) {
        return (hour % 12 == 0 ? 12 : hour % 12) + (hour < 12 ? " am" : " pm");
    }
}
