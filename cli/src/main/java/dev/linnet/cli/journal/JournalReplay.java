package dev.linnet.cli.journal;

import dev.linnet.keywords.weighting.Decision;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plays the decisions of a journal again, under one's own settings and under others. */
public final class JournalReplay {
    private final List<Decision> decisions;
    private final Map<String, QueuedSuggestion> suggestions;

    /**
     * @param decisions the standing decisions, in their order
     * @param suggestions those of the queue database, open and decided
     */
    public JournalReplay(List<Decision> decisions, List<QueuedSuggestion> suggestions) {
        this.decisions = List.copyOf(decisions);
        this.suggestions = suggestions.stream()
                .collect(Collectors.toMap(queued -> queued.suggestion().id(), queued -> queued, (one, other) -> one));
    }

    /**
     * A suggestion's relevance under one's own settings, and under others.
     *
     * @param queued the suggestion
     * @param before 0 to 1; NaN where it would not have been seen
     * @param after the same under the other settings
     */
    public record Move(QueuedSuggestion queued, double before, double after) {
        /** How far it moves; one that is no longer seen moves all the way to 0. */
        double distance() {
            return Math.abs(seen(after) - seen(before));
        }

        private static double seen(double relevance) {
            return Double.isNaN(relevance) ? 0 : relevance;
        }
    }

    /** How the decisions fare under some settings, each foretold by a model that has learnt what came before it. */
    public Fared fared(Settings settings) {
        return Fared.of(foretold(settings, new WeightLedger(settings.vocabulary())), settings.threshold());
    }

    private List<Fared.Foretold> foretold(Settings settings, WeightLedger ledger) {
        List<Fared.Foretold> foretold = new ArrayList<>();
        for (Decision decision : decisions) {
            Map<String, Double> features = settings.features(decision.features(), post(decision.subject()))
                    .orElse(Map.of());
            if (decision.isDecided()) {
                double relevance =
                        features.isEmpty() ? Double.NaN : ledger.model().relevance(features);
                foretold.add(new Fared.Foretold(decision.approved(), relevance));
            }
            if (!features.isEmpty()) {
                ledger.take(Lesson.again(decision, features));
            }
        }
        return foretold;
    }

    private @Nullable Suggestion post(String id) {
        QueuedSuggestion queued = suggestions.get(id);
        return queued == null ? null : queued.suggestion();
    }

    /** Where each suggestion stands after all decisions, the farthest moved first. */
    public List<Move> moves(Settings own, Settings other) {
        Map<String, Double> before = relevances(own);
        Map<String, Double> after = relevances(other);
        return suggestions.values().stream()
                .map(queued -> new Move(
                        queued,
                        before.getOrDefault(queued.suggestion().id(), Double.NaN),
                        after.getOrDefault(queued.suggestion().id(), Double.NaN)))
                .sorted(Comparator.comparingDouble((Move move) -> -move.distance())
                        .thenComparing(move -> move.queued().suggestion().id()))
                .toList();
    }

    private Map<String, Double> relevances(Settings settings) {
        WeightLedger ledger = new WeightLedger(settings.vocabulary());
        foretold(settings, ledger);
        Map<String, Double> relevances = new HashMap<>();
        suggestions.forEach((id, queued) -> settings.features(stored(queued.suggestion()), queued.suggestion())
                .ifPresent(features -> relevances.put(id, ledger.model().relevance(features))));
        return relevances;
    }

    private static Map<String, Double> stored(Suggestion suggestion) {
        Map<String, Double> features = new HashMap<>();
        for (Contribution part : suggestion.explanation()) {
            features.put(part.kind() + ":" + part.name(), part.value());
        }
        return features;
    }
}
