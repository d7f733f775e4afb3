package dev.linnet.review.suggestions;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.RelevanceModel;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.WeightRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The open list in the order of the weights as they are now, not as they were when each score was made.
 *
 * <p>A suggestion keeps the value of each of its features; the relevance model, given the weights that the job told last,
 * says what each adds now. The difference from what it added then shifts the log-odds of the stored relevance, so that a
 * suggestion none of whose weights moved keeps its relevance, also when only its main reasons were stored. Until the job
 * has told any weights, everything stays as stored.
 */
final class Ranking {
    private final @Nullable RelevanceModel model;

    private Ranking(@Nullable RelevanceModel model) {
        this.model = model;
    }

    /** A suggestion with its relevance and reasons by the current weights; strongest reason first. */
    record Ranked(QueuedSuggestion queued, double relevance, List<Contribution> reasons) {
        String id() {
            return queued.suggestion().id();
        }
    }

    /** A ranking by a vocabulary and the weights that the job told last. */
    static Ranking by(Vocabulary vocabulary, List<WeightRow> told) {
        List<Weight> weights = told.stream()
                .filter(row -> Double.isFinite(row.mean()) && row.deviation() >= 0)
                .map(row -> new Weight(row.kind(), row.name(), row.mean(), row.deviation(), row.decisions()))
                .toList();
        return new Ranking(weights.isEmpty() ? null : RelevanceModel.of(vocabulary, weights));
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
            reasons.add(now);
        }
        reasons.sort(Comparator.comparingDouble((Contribution reason) -> -Math.abs(reason.amount())));
        return new Ranked(queued, shifted(queued.suggestion().relevance(), change), List.copyOf(reasons));
    }

    private Contribution now(Contribution then) {
        if (model == null) {
            return then;
        }
        double amount = then.value() * model.weight(then.kind(), then.name()).mean();
        return new Contribution(then.kind(), then.name(), then.value(), amount);
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
