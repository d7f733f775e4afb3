package dev.linnet.keywords.weighting;

import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bayesian online logistic regression over named features: a mean and a variance for each, learnt one decision at a time.
 *
 * <p>The log-odds of a post are Σ value · mean. A decision y (1 or 0) with prediction p moves each feature that it speaks
 * about by the extended Kalman filter's step with a diagonal covariance: with g = p(1 − p), S = Σ variance · value²,
 * {@code mean += variance · value · (y − p) / (1 + g·S)} and {@code variance -= variance² · value² · g / (1 + g·S)}. The
 * first decisions on a feature move it far, later ones less and less.
 *
 * <p>All sums run in the order of the features' keys and with {@link StrictMath}, so that equal decisions give bit-equal
 * weights on any machine. Not safe for use by several threads.
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

    /** Takes over weights learnt elsewhere, in place of what it has for these features. */
    public void put(Collection<Weight> learnt) {
        for (Weight weight : learnt) {
            if (!Double.isFinite(weight.mean()) || !(weight.deviation() >= 0)) {
                throw new IllegalArgumentException("the weight of '" + weight.key() + "' must be a number, but is "
                        + weight.mean() + " ± " + weight.deviation());
            }
            weights.put(weight.key(), weight);
        }
    }

    /** The score of a post with these features, with what each of them adds. */
    public Score score(Collection<Feature> features) {
        List<Contribution> contributions = new ArrayList<>(features.size());
        double logOdds = 0;
        for (Term term : inOrder(Features.toMap(features))) {
            logOdds += term.amount();
            Weight weight = term.weight();
            contributions.add(new Contribution(weight.kind(), weight.name(), term.value(), term.amount()));
        }
        contributions.sort(LARGEST_FIRST);
        return new Score(probability(logOdds), logOdds, contributions);
    }

    /** The relevance of a post by its stored features ({@code kind:name} → value). */
    public double relevance(Map<String, Double> features) {
        return probability(sum(inOrder(features)));
    }

    /** Learns from a decision. Returns the weights that it changed: none when its reason teaches nothing here. */
    public List<Weight> learn(Decision decision) {
        List<Term> terms = inOrder(decision.features());
        double predicted = probability(sum(terms));
        Reason reason = decision.approved() ? Reason.NONE : Reason.of(decision.reason());
        terms.removeIf(
                term -> term.value() == 0 || !reason.teaches(term.weight().kind()));
        return move(terms, predicted, decision.approved() ? 1 : 0);
    }

    private List<Weight> move(List<Term> taught, double predicted, double outcome) {
        double slope = predicted * (1 - predicted);
        double spread = 0;
        for (Term term : taught) {
            spread += term.variance() * term.value() * term.value();
        }
        double damping = 1 + slope * spread;
        List<Weight> changed = new ArrayList<>(taught.size());
        for (Term term : taught) {
            Weight before = term.weight();
            double gain = term.variance() * term.value() / damping;
            double mean = before.mean() + gain * (outcome - predicted);
            double left = term.variance() - gain * term.value() * term.variance() * slope;
            Weight after = new Weight(
                    before.kind(), before.name(), mean, StrictMath.sqrt(Math.max(0, left)), before.decisions() + 1);
            weights.put(term.key(), after);
            changed.add(after);
        }
        return changed;
    }

    /** A feature of a post beside what the model believes of it. */
    private record Term(String key, double value, Weight weight) {
        double amount() {
            return value * weight.mean();
        }

        double variance() {
            return weight.deviation() * weight.deviation();
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

    /** All weights that decisions have moved or that were put in, by key. */
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
