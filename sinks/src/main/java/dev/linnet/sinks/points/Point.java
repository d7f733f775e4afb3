package dev.linnet.sinks.points;

import java.util.Map;

/**
 * A point of a time series, or the order to take one away.
 *
 * @param measurement the measurement
 * @param tags what dashboards group by; few values each
 * @param numbers the numeric fields, written as floats
 * @param counts the whole-number fields, written as integers
 * @param texts the string fields
 * @param flags the boolean fields
 * @param time nanoseconds since 1970, sub-millisecond digits included
 * @param deletion whether every point of this measurement at this time is to be taken away; the fields are then empty
 */
public record Point(
        String measurement,
        Map<String, String> tags,
        Map<String, Double> numbers,
        Map<String, Long> counts,
        Map<String, String> texts,
        Map<String, Boolean> flags,
        long time,
        boolean deletion) {

    /** The order to take away what stands at a time. */
    public static Point delete(String measurement, long time) {
        return new Point(measurement, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), time, true);
    }
}
