package dev.linnet.review.suggestions;

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
 * <p>A suggestion keeps the value of each of its features. For every feature whose weight the job has told, the old amount
 * is replaced by value × current mean; the others stay. The change is added to the log-odds of the stored relevance, so
 * that a suggestion none of whose weights moved keeps its relevance exactly.
 */
final class Ranking {
    private final Map<String, Double> means = new HashMap<>();

    private Ranking(List<WeightRow> weights) {
        weights.forEach(weight -> means.put(key(weight.kind(), weight.name()), weight.mean()));
    }

    /** A suggestion with its relevance and reasons by the current weights; strongest reason first. */
    record Ranked(QueuedSuggestion queued, double relevance, List<Contribution> reasons) {
        String id() {
            return queued.suggestion().id();
        }
    }

    static Ranking by(List<WeightRow> weights) {
        return new Ranking(weights);
    }

    /** Ranks suggestions, best first; equal ones stay as they came. */
    List<Ranked> rank(List<QueuedSuggestion> open) {
        return open.stream()
                .map(this::rank)
                .sorted(Comparator.comparingDouble(Ranked::relevance).reversed())
                .toList();
    }

    /** One suggestion by the current weights. */
    Ranked rank(QueuedSuggestion queued) {
        List<Contribution> reasons = new ArrayList<>();
        double change = 0;
        for (Contribution then : queued.suggestion().explanation()) {
            Contribution now = now(then);
            change += now.amount() - then.amount();
            reasons.add(now);
        }
        reasons.sort(Comparator.comparingDouble((Contribution reason) -> Math.abs(reason.amount()))
                .reversed());
        return new Ranked(queued, shifted(queued.suggestion().relevance(), change), List.copyOf(reasons));
    }

    private Contribution now(Contribution then) {
        Double mean = means.get(key(then.kind(), then.name()));
        return mean == null
                ? then
                : new Contribution(then.kind(), then.name(), then.value(), then.value() * mean);
    }

    private static double shifted(double relevance, double change) {
        if (change == 0 || !(relevance > 0 && relevance < 1) || !Double.isFinite(change)) {
            return relevance;
        }
        double logOdds = Math.log(relevance / (1 - relevance)) + change;
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static String key(String kind, String name) {
        return kind + ':' + name;
    }
}
