package dev.linnet.sinks.points;

import java.util.Map;

/** Points for tests. */
final class Points {
    static final long START = 1_700_000_000_000_000_000L;
    static final long MILLISECOND = 1_000_000L;

    private Points() {}

    /** The i-th of a row of different points of the measurement {@code m}, whose field {@code i} is i. */
    static Point numbered(long i) {
        return new Point(
                "m",
                Map.of("k", "v" + i % 7),
                Map.of("f", i / 4.0),
                Map.of("i", i),
                Map.of("s", "text " + i),
                Map.of("b", i % 2 == 0),
                START + i * MILLISECOND,
                false);
    }

    static Point withTag(String value, long time) {
        return new Point("m", Map.of("k", value), Map.of(), Map.of("i", 1L), Map.of(), Map.of(), time, false);
    }

    static Point withText(String value, long time) {
        return new Point("m", Map.of(), Map.of(), Map.of(), Map.of("s", value), Map.of(), time, false);
    }

    static Point withNumber(String measurement, double value, long time) {
        return new Point(measurement, Map.of(), Map.of("f", value), Map.of(), Map.of(), Map.of(), time, false);
    }

    static PointEntry entry(Point point) {
        return new PointEncoder().encode(point);
    }
}
