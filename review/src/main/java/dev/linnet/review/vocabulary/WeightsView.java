package dev.linnet.review.vocabulary;

import dev.linnet.review.draw.Bar;
import dev.linnet.review.draw.TrendLine;
import java.util.List;

/**
 * The learnt weights as a page shows them.
 *
 * @param liked what speaks most for a post
 * @param disliked what speaks most against it
 * @param total how many weights there are
 * @param decided how many of them a decision has moved
 */
public record WeightsView(List<Row> liked, List<Row> disliked, int total, long decided) {
    /**
     * A weight.
     *
     * @param kind the feature's kind
     * @param name the feature in plain words
     * @param mean the expected log-odds, signed
     * @param deviation its standard deviation
     * @param decisions how many decisions moved it, in words
     * @param bar all of it as a picture
     * @param trend how its mean came about
     */
    public record Row(
            String kind, String name, String mean, String deviation, String decisions, Bar bar, TrendLine trend) {}
}
