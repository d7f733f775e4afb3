package dev.linnet.sinks.points;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Turns points into lines of InfluxDB's line protocol.
 *
 * <p>What a line cannot hold is taken out: line breaks in tags become spaces, a backslash at a tag's end (it would swallow the
 * comma after it) is cut, empty tags, NaN and infinite fields are left out. A point that has no field left is refused.
 *
 * <p>Not thread-safe: it reuses its buffer.
 */
final class PointEncoder {
    private static final int ESCAPE_COMMA_SPACE = 0;
    private static final int ESCAPE_EQUALS_TOO = 1;

    private final StringBuilder line = new StringBuilder(512);

    PointEntry encode(Point point) {
        if (point.deletion()) {
            return PointEntry.delete(point.measurement(), point.time());
        }
        line.setLength(0);
        name(point.measurement(), ESCAPE_COMMA_SPACE);
        tags(point.tags());
        line.append(' ');
        int start = line.length();
        fields(point);
        if (line.length() == start) {
            return PointEntry.refused(point.measurement(), point.time(), point.toString());
        }
        line.setCharAt(line.length() - 1, ' ');
        line.append(point.time());
        return PointEntry.write(point.measurement(), point.time(), line.toString());
    }

    /** Tags sorted by key, as the server stores them, so that it need not sort. */
    private void tags(Map<String, String> tags) {
        String[] keys = tags.keySet().toArray(String[]::new);
        Arrays.sort(keys);
        for (String key : keys) {
            int before = line.length();
            line.append(',');
            name(key, ESCAPE_EQUALS_TOO);
            line.append('=');
            int start = line.length();
            name(Objects.requireNonNullElse(tags.get(key), ""), ESCAPE_EQUALS_TOO);
            if (line.length() == start) {
                line.setLength(before);
            }
        }
    }

    private void fields(Point point) {
        point.numbers().forEach((key, value) -> {
            if (Double.isFinite(value)) {
                field(key).append(value.doubleValue()).append(',');
            }
        });
        point.counts()
                .forEach((key, value) -> field(key).append(value.longValue()).append("i,"));
        point.flags()
                .forEach((key, value) -> field(key).append(value.booleanValue()).append(','));
        point.texts().forEach((key, value) -> text(field(key), value));
    }

    private StringBuilder field(String key) {
        name(key, ESCAPE_EQUALS_TOO);
        return line.append('=');
    }

    private static void text(StringBuilder line, String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\');
            }
            line.append(c);
        }
        line.append("\",");
    }

    private void name(String name, int escape) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '\\') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = name.charAt(i);
            if (c == '\n' || c == '\r') {
                line.append("\\ ");
            } else {
                if (c == ',' || c == ' ' || (c == '=' && escape == ESCAPE_EQUALS_TOO)) {
                    line.append('\\');
                }
                line.append(c);
            }
        }
    }
}
