package dev.linnet.review.draw;

import java.util.Locale;

/**
 * A bar that grows from a middle line to the right for what speaks for a post, and to the left for what speaks against
 * it; with a whisker where the amount is uncertain. All places are per cent of the width.
 *
 * @param start where the bar begins
 * @param width how wide it is
 * @param whiskerStart where the whisker begins
 * @param whiskerEnd where it ends
 * @param isNegative whether it grows to the left
 */
public record Bar(String start, String width, String whiskerStart, String whiskerEnd, boolean isNegative) {
    private static final double MIDDLE = 50;

    /** A bar without uncertainty; {@code scale} is the amount that fills a half, above 0. */
    public static Bar of(double amount, double scale) {
        return of(amount, 0, scale);
    }

    /** A bar with a whisker of one deviation to both sides. */
    public static Bar of(double amount, double deviation, double scale) {
        double end = place(amount, scale);
        return new Bar(
                percent(Math.min(MIDDLE, end)),
                percent(Math.max(Math.abs(end - MIDDLE), 0.6)),
                percent(place(amount - deviation, scale)),
                percent(place(amount + deviation, scale)),
                amount < 0);
    }

    private static double place(double amount, double scale) {
        double share = scale > 0 ? amount / scale : 0;
        return MIDDLE + MIDDLE * Math.max(-1, Math.min(1, share));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
