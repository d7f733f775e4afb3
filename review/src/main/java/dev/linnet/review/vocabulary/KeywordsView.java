package dev.linnet.review.vocabulary;

import dev.linnet.review.draw.Bar;
import dev.linnet.review.draw.Sparkline;
import java.util.List;

/**
 * The vocabulary as a page shows it.
 *
 * @param rows the keywords, most relevant posts first
 * @param total how many keywords there are
 * @param search what was searched for, or empty
 * @param span how much time the trends cover, in words
 * @param trusted the trusted authors
 * @param muted the muted topics
 */
public record KeywordsView(
        List<Row> rows, int total, String search, String span, List<String> trusted, List<String> muted) {
    /**
     * A keyword.
     *
     * @param text the keyword
     * @param weight its weight as configured or set here
     * @param isPriority whether its use is an alert
     * @param isLearnt whether a decision moved its weight
     * @param learnt the learnt weight, signed
     * @param deviation its standard deviation
     * @param bar both as a picture
     * @param posts how many relevant posts
     * @param sentiment their mean sentiment, signed, or empty when there are none
     * @param trend posts over time
     */
    public record Row(
            String text,
            String weight,
            boolean isPriority,
            boolean isLearnt,
            String learnt,
            String deviation,
            Bar bar,
            String posts,
            String sentiment,
            Sparkline trend) {}
}
