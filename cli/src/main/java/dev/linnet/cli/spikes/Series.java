package dev.linnet.cli.spikes;

import java.util.List;

/**
 * A series as it stands in a file.
 *
 * @param name what it is called
 * @param rows its rows, in order
 */
public record Series(String name, List<Row> rows) {
    /**
     * A row.
     *
     * @param timestamp as it is written
     * @param written the value as it is written
     * @param millis when, by the file's own clock, in milliseconds since 1970
     * @param value how much, 0 or more
     */
    public record Row(String timestamp, String written, long millis, double value) {}

    public Series {
        rows = List.copyOf(rows);
    }
}
