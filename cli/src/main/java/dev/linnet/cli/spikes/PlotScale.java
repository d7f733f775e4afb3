package dev.linnet.cli.spikes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where times and values lie in a picture. Heights go by the square root, so that bursts and the everyday are seen together. */
record PlotScale(long from, long to, double most, int left, int right, int top, int bottom) {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long[] STEPS = {
        5 * MINUTE,
        15 * MINUTE,
        HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY,
        91 * DAY,
        365 * DAY
    };
    private static final int MOST_TICKS = 12;

    /** A time on the axis. */
    record Tick(double x, String words) {}

    static PlotScale of(List<Series.Row> rows, int left, int right, int top, int bottom) {
        double most = rows.stream().mapToDouble(Series.Row::value).max().orElse(1);
        return new PlotScale(
                rows.get(0).millis(), rows.get(rows.size() - 1).millis(), Math.max(1, most), left, right, top, bottom);
    }

    double x(long millis) {
        return to == from ? left : left + (right - left) * (double) (millis - from) / (to - from);
    }

    double y(double value) {
        return bottom - (bottom - top) * Math.sqrt(Math.min(value, most) / most);
    }

    /** Round values for lines across, parted well by the square root: 0, and a few of 1, 2 or 5 times a power of ten. */
    List<Double> heights() {
        List<Double> heights = new ArrayList<>(List.of(0.0));
        double last = bottom;
        for (double power = 1e-3; power <= most; power *= 10) {
            for (double digit : new double[] {1, 2, 5}) {
                double value = digit * power;
                if (value <= most && last - y(value) >= 34) {
                    heights.add(value);
                    last = y(value);
                }
            }
        }
        return heights;
    }

    List<Tick> times() {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && (to - from) / STEPS[i] <= MOST_TICKS; i--) {
            step = STEPS[i];
        }
        DateTimeFormatter words = DateTimeFormatter.ofPattern(
                        step >= 365 * DAY ? "yyyy" : step >= DAY ? "d MMM" : "d MMM HH:mm", Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
        List<Tick> ticks = new ArrayList<>();
        for (long at = Math.floorDiv(from + step - 1, step) * step; at <= to; at += step) {
            ticks.add(new Tick(x(at), words.format(Instant.ofEpochMilli(at))));
        }
        return ticks;
    }

    static String number(double value) {
        return value >= 1 || value == 0
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
