package dev.linnet.bench.extract;

import java.util.Locale;

/**
 * How well texts agree with the truth. Articles: precision and recall of four-word runs, each averaged over the pages that
 * have any, F1 of the two averages (the article-extraction-benchmark's measure). Pieces: counted over all pages.
 */
final class Scores {
    private double precision;
    private double recall;
    private int withText;
    private int articles;
    private int hits;
    private int wrong;
    private int missed;
    private int others;

    void add(Truth truth, String text) {
        Truth.Counts counts = truth.count(text);
        if (truth.article() == null) {
            others++;
            hits += counts.hits();
            wrong += counts.wrong();
            missed += counts.missed();
            return;
        }
        articles++;
        if (counts.hits() + counts.wrong() > 0) {
            withText++;
            precision += (double) counts.hits() / (counts.hits() + counts.wrong());
        }
        recall += (double) counts.hits() / Math.max(1, counts.hits() + counts.missed());
    }

    @Override
    public String toString() {
        return line("articles", articles, precision / withText, recall / articles)
                + line("segments", others, (double) hits / (hits + wrong), (double) hits / (hits + missed));
    }

    private static String line(String set, int pages, double precision, double recall) {
        return String.format(
                Locale.ROOT,
                "%-10s %4d pages  F %.3f  precision %.3f  recall %.3f%n",
                set,
                pages,
                2 * precision * recall / (precision + recall),
                precision,
                recall);
    }
}
