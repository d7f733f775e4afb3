package dev.linnet.keywords.weighting;

import java.util.List;

/**
 * How relevant a post is, and why.
 *
 * @param relevance the probability that the author would share it, 0 to 1
 * @param logOdds its log-odds
 * @param deviation how unsure the log-odds are: their standard deviation, the features' weights taken as independent
 * @param contributions one for each feature, the largest amount (either sign) first; they add up to {@code logOdds}
 */
public record Score(double relevance, double logOdds, double deviation, List<Contribution> contributions) {
    /** How many deviations a post gains in {@link #promise()}. */
    static final double CURIOSITY = 0.2;

    public Score {
        contributions = List.copyOf(contributions);
    }

    /**
     * How early to show the post: the log-odds with a little added where the model is unsure, since an answer there teaches most
     * (an upper confidence bound; Li, Chu, Langford and Schapire, 2010).
     */
    public double promise() {
        return logOdds + CURIOSITY * deviation;
    }
}
