package dev.linnet.cli.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * How decisions would have been foretold, each by what had been decided before it.
 *
 * @param unseen decisions on posts that would not have been suggested at all
 * @param precision of those foretold at or above the threshold, the share that was approved; NaN where there is none
 * @param recall of the approved, unseen ones too, the share foretold at or above the threshold; NaN where there is none
 * @param logLoss the mean of −ln of the probability given to what was decided, over those seen
 * @param meanRank the mean place, by relevance, of the approved among {@value #RUN} decisions in a row; the best is 1
 */
public record Fared(int unseen, double precision, double recall, double logLoss, double meanRank) {
    static final int RUN = 20;
    private static final double LEAST = 1e-12;

    /**
     * A decision with what was foretold of it.
     *
     * @param approved what was decided
     * @param relevance what was foretold, 0 to 1; NaN where it would not have been seen
     */
    record Foretold(boolean approved, double relevance) {
        boolean isSeen() {
            return !Double.isNaN(relevance);
        }
    }

    static Fared of(List<Foretold> all, double threshold) {
        List<Foretold> seen = all.stream().filter(Foretold::isSeen).toList();
        long told = seen.stream().filter(one -> one.relevance() >= threshold).count();
        long right = seen.stream()
                .filter(one -> one.approved() && one.relevance() >= threshold)
                .count();
        long approved = all.stream().filter(Foretold::approved).count();
        return new Fared(
                all.size() - seen.size(),
                (double) right / told,
                (double) right / approved,
                seen.stream().mapToDouble(Fared::loss).average().orElse(Double.NaN),
                meanRank(seen));
    }

    private static double loss(Foretold one) {
        double given = one.approved() ? one.relevance() : 1 - one.relevance();
        return -Math.log(Math.max(LEAST, given));
    }

    private static double meanRank(List<Foretold> seen) {
        List<Double> ranks = new ArrayList<>();
        // What is left over makes no whole run, and would have better places for being short.
        for (int from = 0; from + RUN <= seen.size(); from += RUN) {
            List<Foretold> run = seen.subList(from, from + RUN);
            run.stream().filter(Foretold::approved).forEach(one -> ranks.add(place(one, run)));
        }
        return ranks.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Equal ones share the middle of their places. */
    private static double place(Foretold one, List<Foretold> run) {
        long better = run.stream()
                .filter(other -> other.relevance() > one.relevance())
                .count();
        long equal = run.stream()
                .filter(other -> other.relevance() == one.relevance())
                .count();
        return better + (1 + equal) / 2.0;
    }
}
