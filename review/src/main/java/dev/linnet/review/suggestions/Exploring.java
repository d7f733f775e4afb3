package dev.linnet.review.suggestions;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Feature;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.keywords.weighting.RelevanceModel;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.WeightRow;
import dev.linnet.review.suggestions.Ranking.Ranked;
import dev.linnet.review.text.FeatureNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps every {@value #EVERY}th place of the day for the suggestion of which the model is least sure, among those that the day's
 * budget would otherwise leave out: an answer there teaches most.
 */
final class Exploring {
    static final int EVERY = 10;
    private static final int NAMED = 2;

    private final RelevanceModel model;

    /** @param told the weights that the job told; what they do not name has the vocabulary's prior */
    Exploring(Vocabulary vocabulary, List<WeightRow> told) {
        this.model = RelevanceModel.of(
                vocabulary,
                told.stream()
                        .filter(row -> Double.isFinite(row.mean()) && row.deviation() >= 0)
                        .map(row -> new Weight(row.kind(), row.name(), row.mean(), row.deviation(), row.decisions()))
                        .toList());
    }

    /**
     * The suggestions of the next places.
     *
     * @param ranked all, best first
     * @param decided how many places of the day are used
     * @param count how many places are left
     */
    List<Ranked> places(List<Ranked> ranked, int decided, int count) {
        int explored = (decided + count) / EVERY - decided / EVERY;
        if (ranked.size() <= count || explored == 0) {
            return ranked.stream().limit(count).toList();
        }
        List<Ranked> best = ranked.subList(0, count - explored);
        List<Ranked> unsure = ranked.subList(count - explored, ranked.size()).stream()
                .sorted(Comparator.comparingDouble((Ranked one) -> -deviation(one)))
                .limit(explored)
                .map(one -> one.exploring(why(one)))
                .toList();
        List<Ranked> places = new ArrayList<>(best);
        for (int i = 0; i < explored; i++) {
            int place = (decided / EVERY + i + 1) * EVERY - 1 - decided;
            places.add(Math.min(place, places.size()), unsure.get(i));
        }
        return places;
    }

    private double deviation(Ranked ranked) {
        return model.score(features(ranked)).deviation();
    }

    private static List<Feature> features(Ranked ranked) {
        return ranked.queued().suggestion().explanation().stream()
                .map(part -> new Feature(part.kind(), part.name(), part.value()))
                .toList();
    }

    /** In words: what of it the model knows least. */
    private String why(Ranked ranked) {
        return ranked.queued().suggestion().explanation().stream()
                .filter(part -> !part.kind().equals(Features.BIAS))
                .sorted(Comparator.comparingDouble((Contribution part) -> -spread(part)))
                .limit(NAMED)
                .map(part -> FeatureNames.plain(part.kind(), part.name()))
                .collect(Collectors.joining(" and "));
    }

    private double spread(Contribution part) {
        return Math.abs(part.value()) * model.weight(part.kind(), part.name()).deviation();
    }
}
