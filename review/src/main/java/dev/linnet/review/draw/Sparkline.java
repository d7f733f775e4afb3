package dev.linnet.review.draw;

import dev.linnet.review.text.Figures;
import java.util.List;
import java.util.Locale;

/**
 * A small line chart in a box of 100 × 30 units, its baseline at zero; that is at the bottom unless a value is below.
 *
 * @param line the points of the line, as SVG's {@code points}
 * @param area the points of the area under it
 * @param expected the height of the usual value, or empty when there is none
 * @param label the same in words
 * @param isEmpty whether there is nothing to draw
 */
public record Sparkline(String line, String area, String expected, String label, boolean isEmpty) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 30;
    private static final double MARGIN = 2;

    /** A line through values, oldest first. */
    public static Sparkline of(List<Double> values) {
        return draw(values, Double.NaN);
    }

    /** The same with a level for what is usual. */
    public static Sparkline of(List<Double> values, double expected) {
        return draw(values, expected);
    }

    private static Sparkline draw(List<Double> given, double expected) {
        List<Double> values = given.stream().filter(Double::isFinite).toList();
        if (values.isEmpty()) {
            return new Sparkline("", "", "", "no figures yet", true);
        }
        double top = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean hasExpected = Double.isFinite(expected);
        Scale scale = Scale.of(values, hasExpected ? expected : 0);
        String line = points(values, scale);
        String zero = number(scale.low() < 0 ? scale.height(0) : HEIGHT);
        String area = "0," + zero + " " + line + " 100," + zero;
        return new Sparkline(line, area, hasExpected ? number(scale.height(expected)) : "", label(values, top), false);
    }

    private static String points(List<Double> values, Scale scale) {
        if (values.size() == 1) {
            String y = number(scale.height(values.get(0)));
            return "0," + y + " 100," + y;
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double x = WIDTH * i / (values.size() - 1);
            points.append(i == 0 ? "" : " ").append(number(x)).append(',').append(number(scale.height(values.get(i))));
        }
        return points.toString();
    }

    /** The values at the bottom and at the top. */
    private record Scale(double low, double high) {
        static Scale of(List<Double> values, double expected) {
            double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            double bottom = Math.min(0, Math.min(low, expected));
            return new Scale(bottom, Math.max(Math.max(high, Math.max(0, expected)), bottom + 1e-9));
        }

        double height(double value) {
            return HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * (value - low) / (high - low);
        }
    }

    private static String label(List<Double> values, double top) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        return "between %s and %s, last %s"
                .formatted(Figures.plain(low), Figures.plain(top), Figures.plain(values.get(values.size() - 1)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
