package dev.linnet.pipeline.learn;

import dev.linnet.keywords.weighting.Weight;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What scores and stores have been told of the weights. A decision moves a thousand weights by a hair, as all remembered decisions
 * settle anew; those it speaks about, and those that moved by {@value #NOTABLE} since they were told, are worth telling. Scores hear
 * the same as the console, so that what it shows is what they were made with.
 */
final class ToldWeights {
    static final double NOTABLE = 0.01;

    private final Map<String, Weight> told = new HashMap<>();

    /**
     * @param known what was told before
     */
    ToldWeights(Collection<Weight> known) {
        known.forEach(weight -> told.put(weight.key(), weight));
    }

    /** Those of the changed weights that are worth telling, which then count as told. */
    List<Weight> news(List<Weight> changed) {
        return changed.stream().filter(this::isNews).toList();
    }

    private boolean isNews(Weight weight) {
        if (weight.decisions() == 0) {
            told.remove(weight.key());
            return true;
        }
        Weight before = told.get(weight.key());
        boolean news = before == null
                || before.decisions() != weight.decisions()
                || Math.abs(before.mean() - weight.mean()) >= NOTABLE
                || Math.abs(before.deviation() - weight.deviation()) >= NOTABLE;
        if (news) {
            told.put(weight.key(), weight);
        }
        return news;
    }
}
