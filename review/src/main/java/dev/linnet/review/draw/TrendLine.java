package dev.linnet.review.draw;

import dev.linnet.review.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line through values of either sign, in a box of 100 × 30 units with zero in its middle.
 *
 * @param line the points, as SVG's {@code points}
 * @param label the same in words
 * @param isEmpty whether there is nothing to draw
 */
public record TrendLine(String line, String label, boolean isEmpty) {
    private static final double WIDTH = 100;
    private static final double MIDDLE = 15;
    private static final double REACH = 13;

    /** A line through values, oldest first; {@code scale} is the amount that fills a half, above 0. */
    public static TrendLine of(List<Double> given, double scale) {
        List<Double> values = given.stream().filter(Double::isFinite).toList();
        if (values.size() < 2 || scale <= 0) {
            return new TrendLine("", "no history yet", true);
        }
        String line = IntStream.range(0, values.size())
                .mapToObj(i -> number(WIDTH * i / (values.size() - 1)) + "," + number(height(values.get(i), scale)))
                .collect(Collectors.joining(" "));
        String label =
                "began at " + Figures.signed(values.get(0)) + ", now " + Figures.signed(values.get(values.size() - 1));
        return new TrendLine(line, label, false);
    }

    private static double height(double value, double scale) {
        return MIDDLE - REACH * Math.max(-1, Math.min(1, value / scale));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
