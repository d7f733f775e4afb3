package dev.linnet.review.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Figures {
    private Figures() {}

    /** A probability as whole per cent; never quite 0 or 100, for nothing is that sure. */
    public static String percent(double probability) {
        return Math.max(1, Math.min(99, Math.round(probability * 100))) + " %";
    }

    /** A share of a whole: {@code "12 %"}, {@code "< 1 %"}. */
    public static String share(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return "0 %";
        }
        double share = 100.0 * part / whole;
        return share < 1 ? "< 1 %" : Math.round(share) + " %";
    }

    /** A signed amount with one digit: {@code "+1.2"}, {@code "−0.3"}. */
    public static String signed(double amount) {
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(amount));
        if (digits.equals("0.0")) {
            return "0.0";
        }
        return (amount < 0 ? "−" : "+") + digits;
    }

    /** An unsigned amount with at most two digits: {@code "2"}, {@code "0.75"}. */
    public static String plain(double amount) {
        String digits = String.format(Locale.ROOT, "%.2f", amount);
        return digits.replaceFirst("\\.?0+$", "");
    }

    /** A count with its thousands apart: {@code "12,345"}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count in few characters: {@code "940"}, {@code "12.3k"}, {@code "1.2M"}. */
    public static String brief(long count) {
        if (count < 10_000) {
            return count(count);
        }
        boolean isMillions = count >= 1_000_000;
        double scaled = count / (isMillions ? 1_000_000.0 : 1_000.0);
        return String.format(Locale.ROOT, scaled < 100 ? "%.1f%s" : "%.0f%s", scaled, isMillions ? "M" : "k");
    }

    /** A count with its noun: {@code "1 post"}, {@code "3 posts"}. */
    public static String of(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
