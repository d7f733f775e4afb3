package dev.linnet.review.suggestions;

import dev.linnet.keywords.weighting.Feature;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.WeightRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open list in the order of the weights as they are now, not as they were when each score was made.
 *
 * <p>A suggestion keeps the value of each of its features. For each feature whose weight the job has told, what it adds is
 * value × current mean; the difference from what it added then shifts the log-odds of the stored relevance. So a
 * suggestion none of whose weights moved keeps its relevance exactly, also when only its main reasons were stored.
 */
final class Ranking {
    private final Map<String, Double> means = new HashMap<>();

    private Ranking(List<WeightRow> told) {
        told.stream()
                .filter(row -> Double.isFinite(row.mean()))
                .forEach(row -> means.put(key(row.kind(), row.name()), row.mean()));
    }

    /**
     * A suggestion with its relevance and reasons by the current weights; strongest reason first. A feature that adds nothing is
     * no reason: most words of a post are there only to be learnt from. {@code exploring} says what the model knows too little of where
     * it is shown for that, and is empty else. {@code alike} are those folded under it, best first.
     */
    record Ranked(
            QueuedSuggestion queued,
            double relevance,
            List<Contribution> reasons,
            String exploring,
            List<Ranked> alike) {
        /** The same, shown because the model is unsure. */
        Ranked exploring(String why) {
            return new Ranked(queued, relevance, reasons, why, alike);
        }

        /** The same, with others folded under it. */
        Ranked over(List<Ranked> others) {
            return new Ranked(queued, relevance, reasons, exploring, List.copyOf(others));
        }

        String id() {
            return queued.suggestion().id();
        }
    }

    /** A ranking by the weights that the job told last. */
    static Ranking by(List<WeightRow> told) {
        return new Ranking(told);
    }

    /** Ranks suggestions, best first; equal ones stay as they came. */
    List<Ranked> rank(List<QueuedSuggestion> open) {
        return open.stream()
                .map(this::rank)
                .sorted(Comparator.comparingDouble(Ranked::relevance).reversed())
                .toList();
    }

    private Ranked rank(QueuedSuggestion queued) {
        List<Contribution> reasons = new ArrayList<>();
        double change = 0;
        for (Contribution then : queued.suggestion().explanation()) {
            Contribution now = now(then);
            change += now.amount() - then.amount();
            if (now.amount() != 0) {
                reasons.add(now);
            }
        }
        reasons.sort(Comparator.comparingDouble((Contribution reason) -> -Math.abs(reason.amount())));
        return new Ranked(
                queued, shifted(queued.suggestion().relevance(), change), List.copyOf(reasons), "", List.of());
    }

    private Contribution now(Contribution then) {
        Double mean = means.get(key(then.kind(), then.name()));
        return mean == null ? then : new Contribution(then.kind(), then.name(), then.value(), then.value() * mean);
    }

    private static String key(String kind, String name) {
        return new Feature(kind, name, 1).key();
    }

    private static double shifted(double relevance, double change) {
        boolean isProbability = relevance > 0 && relevance < 1;
        if (change == 0 || !isProbability || !Double.isFinite(change)) {
            return relevance;
        }
        double logOdds = Math.log(relevance / (1 - relevance)) + change;
        return 1 / (1 + Math.exp(-logOdds));
    }
}
