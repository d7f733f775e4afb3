package dev.linnet.keywords.weighting;

import java.util.List;

/**
 * How relevant a post is, and why.
 *
 * @param relevance the probability that the author would share it, 0 to 1
 * @param logOdds its log-odds
 * @param contributions one for each feature, the largest amount (either sign) first; they add up to {@code logOdds}
 */
public record Score(double relevance, double logOdds, List<Contribution> contributions) {
    public Score {
        contributions = List.copyOf(contributions);
    }
}
