package dev.linnet.cli.spikes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How long a series' rows are, and which row is which.
 *
 * <p>The length is the median distance of the first {@value #LOOKED_AT} rows, and so does not depend on later ones; the detector says
 * nothing of those first rows.
 *
 * @param length how long a row is
 * @param numbers each row's number; one is missing where a row is
 */
record SeriesRows(Duration length, long[] numbers) {
    static final int LOOKED_AT = 25;

    /** Of a series, if it has two rows at least. */
    static Optional<SeriesRows> of(Series series) {
        List<Series.Row> rows = series.rows();
        if (rows.size() < 2) {
            return Optional.empty();
        }
        long[] first = IntStream.range(1, Math.min(rows.size(), LOOKED_AT))
                .mapToLong(i -> rows.get(i).millis() - rows.get(i - 1).millis())
                .sorted()
                .toArray();
        long length = first[first.length / 2];
        long[] numbers = new long[rows.size()];
        numbers[0] = Math.floorDiv(rows.get(0).millis(), length);
        for (int i = 1; i < numbers.length; i++) {
            double distance = rows.get(i).millis() - rows.get(i - 1).millis();
            numbers[i] = numbers[i - 1] + Math.max(1, Math.round(distance / length));
        }
        return Optional.of(new SeriesRows(Duration.ofMillis(length), numbers));
    }
}
