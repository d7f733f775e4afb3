package dev.linnet.testkit;

import java.util.Map;

/**
 * A row of an InfluxQL answer.
 *
 * @param series the measurement's name; empty where the answer has none
 * @param tags the tags that the statement groups by
 * @param values column name to value (string, number, boolean; a null is left out), {@code time} in nanoseconds since 1970
 */
public record InfluxRow(String series, Map<String, String> tags, Map<String, Object> values) {
    /** A column's number. */
    public double number(String column) {
        return ((Number) value(column)).doubleValue();
    }

    /** A column's whole number; exact for nanosecond times too. */
    public long count(String column) {
        return ((Number) value(column)).longValue();
    }

    /** A column's text. */
    public String text(String column) {
        return String.valueOf(value(column));
    }

    private Object value(String column) {
        Object value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException("No value in column " + column + " of " + this);
        }
        return value;
    }
}
