package dev.linnet.pipeline.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Helps with mistyped words. */
public final class Words {
    private Words() {}

    /** {@code "; did you mean 'x'?"} with the word nearest to what was typed, or nothing when none is near. */
    public static String didYouMean(String typed, List<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(word -> distance(wanted, word)))
                .filter(word -> distance(wanted, word) <= Math.max(1, wanted.length() / 3))
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** The number of letters to insert, delete, change or swap with their neighbour (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
