package dev.linnet.keywords.weighting;

import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores posts by the weights of their named features: the log-odds of a post are Σ value · mean weight.
 *
 * <p>All sums run in the order of the features' keys and with {@link StrictMath}, so that equal weights give bit-equal scores on any
 * machine. Not safe for use by several threads.
 */
public final class RelevanceModel {
    private static final Comparator<Contribution> LARGEST_FIRST = Comparator.comparingDouble(
                    (Contribution c) -> -Math.abs(c.amount()))
            .thenComparing(Contribution::kind)
            .thenComparing(Contribution::name);

    private final Prior prior;
    private final Map<String, Weight> weights = new HashMap<>();

    private RelevanceModel(Prior prior) {
        this.prior = prior;
    }

    /** A model that has seen no decision: the vocabulary is all it knows. */
    public static RelevanceModel of(Vocabulary vocabulary) {
        return new RelevanceModel(new Prior(vocabulary));
    }

    /** A model that scores with weights learnt elsewhere; what they do not name has its prior. */
    public static RelevanceModel of(Vocabulary vocabulary, Collection<Weight> weights) {
        RelevanceModel model = of(vocabulary);
        model.put(weights);
        return model;
    }

    /**
     * Takes over weights learnt elsewhere, in place of what it has for these features; one of 0 decisions gives way to the
     * prior.
     */
    public void put(Collection<Weight> learnt) {
        for (Weight weight : learnt) {
            if (!Double.isFinite(weight.mean()) || !(weight.deviation() >= 0)) {
                throw new IllegalArgumentException("the weight of '" + weight.key() + "' must be a number, but is "
                        + weight.mean() + " ± " + weight.deviation());
            }
            if (weight.decisions() == 0) {
                weights.remove(weight.key());
            } else {
                weights.put(weight.key(), weight);
            }
        }
    }

    /** The score of a post with these features, with what each of them adds. */
    public Score score(Collection<Feature> features) {
        List<Contribution> contributions = new ArrayList<>(features.size());
        double logOdds = 0;
        double variance = 0;
        for (Term term : inOrder(Features.toMap(features))) {
            logOdds += term.amount();
            Weight weight = term.weight();
            double spread = term.value() * weight.deviation();
            variance += spread * spread;
            contributions.add(new Contribution(weight.kind(), weight.name(), term.value(), term.amount()));
        }
        contributions.sort(LARGEST_FIRST);
        return new Score(probability(logOdds), logOdds, StrictMath.sqrt(variance), contributions);
    }

    /** The relevance of a post by its stored features ({@code kind:name} → value). */
    public double relevance(Map<String, Double> features) {
        return probability(sum(inOrder(features)));
    }

    /** A feature of a post beside what the model believes of it. */
    private record Term(String key, double value, Weight weight) {
        double amount() {
            return value * weight.mean();
        }
    }

    private List<Term> inOrder(Map<String, Double> features) {
        List<Term> terms = new ArrayList<>(features.size());
        features.forEach((key, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("feature '" + key + "' must be a finite number, but is " + value);
            }
            Weight learnt = weights.get(key);
            terms.add(new Term(key, value, learnt != null ? learnt : prior(Features.parse(key, value))));
        });
        terms.sort(Comparator.comparing(Term::key));
        return terms;
    }

    private static double sum(List<Term> terms) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.amount();
        }
        return sum;
    }

    /** What the model believes of a feature: what it learnt, or its prior. */
    public Weight weight(String kind, String name) {
        Weight learnt = weights.get(kind + ":" + name);
        if (learnt != null) {
            return learnt;
        }
        return prior(new Feature(kind, name, 1));
    }

    private Weight prior(Feature feature) {
        Prior.Belief belief = prior.of(feature.kind(), feature.name());
        return new Weight(feature.kind(), feature.name(), belief.mean(), StrictMath.sqrt(belief.variance()), 0);
    }

    /** All weights that were put in, by key. */
    public List<Weight> weights() {
        return weights.values().stream()
                .sorted(Comparator.comparing(Weight::key))
                .toList();
    }

    /** The logistic function. */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
