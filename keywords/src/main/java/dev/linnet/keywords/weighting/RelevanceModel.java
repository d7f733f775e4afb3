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
        for (Feature feature : inOrder(features)) {
            double amount =
                    feature.value() * weight(feature.kind(), feature.name()).mean();
            logOdds += amount;
            contributions.add(new Contribution(feature.kind(), feature.name(), feature.value(), amount));
        }
        contributions.sort(LARGEST_FIRST);
        return new Score(probability(logOdds), logOdds, contributions);
    }

    /** The relevance of a post by its stored features ({@code kind:name} → value). */
    public double relevance(Map<String, Double> features) {
        double logOdds = 0;
        for (Feature feature : inOrder(parse(features))) {
            logOdds += feature.value() * weight(feature.kind(), feature.name()).mean();
        }
        return probability(logOdds);
    }

    /** Learns from a decision. Returns the weights that it changed: none when its reason teaches nothing here. */
    public List<Weight> learn(Decision decision) {
        List<Feature> features = inOrder(parse(decision.features()));
        double logOdds = 0;
        for (Feature feature : features) {
            logOdds += feature.value() * weight(feature.kind(), feature.name()).mean();
        }
        Reason reason = decision.approved() ? Reason.NONE : Reason.of(decision.reason());
        List<Feature> taught = features.stream()
                .filter(feature -> reason.teaches(feature.kind()) && feature.value() != 0)
                .toList();
        return move(taught, probability(logOdds), decision.approved() ? 1 : 0);
    }

    private List<Weight> move(List<Feature> taught, double predicted, double outcome) {
        double slope = predicted * (1 - predicted);
        double spread = 0;
        for (Feature feature : taught) {
            double deviation = weight(feature.kind(), feature.name()).deviation();
            spread += deviation * deviation * feature.value() * feature.value();
        }
        double damping = 1 + slope * spread;
        List<Weight> changed = new ArrayList<>(taught.size());
        for (Feature feature : taught) {
            Weight before = weight(feature.kind(), feature.name());
            double variance = before.deviation() * before.deviation();
            double gain = variance * feature.value() / damping;
            double mean = before.mean() + gain * (outcome - predicted);
            double left = variance - gain * feature.value() * variance * slope;
            Weight after = new Weight(
                    before.kind(), before.name(), mean, StrictMath.sqrt(Math.max(0, left)), before.decisions() + 1);
            weights.put(after.key(), after);
            changed.add(after);
        }
        return changed;
    }

    /** What the model believes of a feature: what it learnt, or its prior. */
    public Weight weight(String kind, String name) {
        Weight learnt = weights.get(kind + ":" + name);
        if (learnt != null) {
            return learnt;
        }
        Prior.Belief belief = prior.of(kind, name);
        return new Weight(kind, name, belief.mean(), StrictMath.sqrt(belief.variance()), 0);
    }

    /** All weights that decisions have moved or that were put in, by key. */
    public List<Weight> weights() {
        return weights.values().stream()
                .sorted(Comparator.comparing(Weight::key))
                .toList();
    }

    private static List<Feature> parse(Map<String, Double> features) {
        List<Feature> parsed = new ArrayList<>(features.size());
        features.forEach((key, value) -> parsed.add(Features.parse(key, value)));
        return parsed;
    }

    private static List<Feature> inOrder(Collection<Feature> features) {
        List<Feature> ordered = new ArrayList<>(features);
        for (Feature feature : ordered) {
            if (!Double.isFinite(feature.value())) {
                throw new IllegalArgumentException(
                        "feature '" + feature.key() + "' must be a finite number, but is " + feature.value());
            }
        }
        ordered.sort(Comparator.comparing(Feature::kind).thenComparing(Feature::name));
        return ordered;
    }

    /** The logistic function. */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
