package dev.linnet.keywords.weighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Logistic regression with a normal prior for each feature, kept at its best fit to the newest {@value #WINDOW} decisions.
 *
 * <p>In the dual form of that fit (Yu, Huang and Lin, 2011) each decision y has a pull a, and a weight is its prior mean +
 * variance · Σ value · pull. At the best fit a = c · (y − p), where p is what the model predicts and c how much the decision
 * counts: half as much after further decisions of weight {@value #HALF_LIFE}, and less once the interest has moved ({@link InterestChange}).
 * Each new decision, and {@value #VISITS} older ones in turn, get their best pull while the others stand still. A step is one
 * Newton search in one variable, so learning a decision takes a fixed time, and each is learnt from many times over.
 *
 * <p>A rejection with a reason teaches only the kinds of feature that the reason speaks about; the others count in p.
 *
 * <p>The outcome depends on the decisions and their order alone, bit for bit.
 */
final class Learner {
    static final int WINDOW = 1_000;
    private static final int HALF_LIFE = 200;
    private static final int VISITS = 64;

    private static final int NEWTON_STEPS = 3;

    /** A pull that changes by less moves nothing. */
    private static final double LEAST_MOVE = 1e-5;

    /** What is left of decisions before a change: what was wanted misleads, what was not wanted likely still isn't. */
    private static final double OLD_APPROVAL = 0.05;

    private static final double OLD_REJECTION = 0.3;

    private static final double[] IMPORTANCE = new double[WINDOW + 1];

    static {
        for (int age = 0; age <= WINDOW; age++) {
            IMPORTANCE[age] = StrictMath.pow(0.5, (double) age / HALF_LIFE);
        }
    }

    private final FeatureTable table;
    private final InterestChange interest = new InterestChange();
    private final Example[] window = new Example[WINDOW];
    private long learnt;

    /** The weights of all decisions that were learnt. */
    private double age;

    private long hand;

    Learner(Prior prior) {
        table = new FeatureTable(prior);
    }

    /** Learns from a decision; one that teaches nothing is passed over. */
    void learn(Decision decision) {
        List<Feature> taught = new ArrayList<>();
        List<Feature> others = new ArrayList<>();
        Reason reason = decision.approved() ? Reason.NONE : Reason.of(decision.reason());
        decision.features().forEach((key, value) -> {
            Feature feature = Features.parse(key, value);
            if (value != 0) {
                (reason.teaches(feature.kind()) ? taught : others).add(feature);
            }
        });
        if (!taught.isEmpty()) {
            learn(decision, taught, others);
        }
    }

    private void learn(Decision decision, List<Feature> taught, List<Feature> others) {
        forgetOldest();
        Example example = example(decision, taught, others);
        window[(int) (learnt % WINDOW)] = example;
        learnt++;
        age += decision.weight();
        example.predicted = RelevanceModel.probability(logOdds(example));
        if (decision.isDecided() && interest.hear(example.predicted, decision.approved())) {
            discountOlder();
        }
        settle(example);
        for (int i = 0; i < VISITS; i++) {
            settle(next());
        }
    }

    private Example example(Decision decision, List<Feature> taught, List<Feature> others) {
        taught.sort(Comparator.comparing(Feature::key));
        others.sort(Comparator.comparing(Feature::key));
        int count = taught.size() + others.size();
        int[] slots = new int[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            Feature feature = i < taught.size() ? taught.get(i) : others.get(i - taught.size());
            slots[i] = table.speakOf(feature);
            values[i] = feature.value();
        }
        return new Example(age + decision.weight(), decision, slots, values, taught.size());
    }

    /** The hand goes from the newest decision to the oldest, and begins again. */
    private Example next() {
        long oldest = Math.max(0, learnt - WINDOW);
        hand--;
        if (hand < oldest) {
            hand = learnt - 1;
        }
        return window[(int) (hand % WINDOW)];
    }

    private void forgetOldest() {
        if (learnt < WINDOW) {
            return;
        }
        Example oldest = window[(int) (learnt % WINDOW)];
        pullTo(oldest, 0, 0);
        for (int slot : oldest.slots) {
            table.hush(slot);
        }
    }

    private void discountOlder() {
        long from = Math.max(0, learnt - WINDOW);
        for (long i = from; i < learnt - InterestChange.STRETCH; i++) {
            Example old = window[(int) (i % WINDOW)];
            double left = old.approved ? OLD_APPROVAL : OLD_REJECTION;
            old.standing *= left;
            pullTo(old, old.pull * left, old.curvature * left);
        }
    }

    /** Gives a decision the pull that fits best while all others stand still. */
    private void settle(Example example) {
        double importance = importance(age - example.age) * example.weight * example.standing;
        double outcome = example.approved ? 1 : 0;
        double give = 0;
        for (int i = 0; i < example.taught; i++) {
            give += table.variances[example.slots[i]] * example.values[i] * example.values[i];
        }
        double without = logOdds(example) - give * example.pull;
        double pull = example.pull;
        double slope = 0;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double predicted = RelevanceModel.probability(without + give * pull);
            slope = importance * predicted * (1 - predicted);
            pull -= (pull - importance * (outcome - predicted)) / (1 + slope * give);
        }
        pull = example.approved ? Math.min(Math.max(pull, 0), importance) : Math.max(Math.min(pull, 0), -importance);
        if (Math.abs(pull - example.pull) >= LEAST_MOVE) {
            pullTo(example, pull, slope);
        }
    }

    private static double importance(double age) {
        return IMPORTANCE[(int) Math.min(WINDOW, age)];
    }

    private void pullTo(Example example, double pull, double curvature) {
        double more = pull - example.pull;
        double steeper = curvature - example.curvature;
        for (int i = 0; i < example.taught; i++) {
            int slot = example.slots[i];
            double value = example.values[i];
            table.move(slot, table.variances[slot] * value * more, value * value * steeper);
        }
        example.pull = pull;
        example.curvature = curvature;
    }

    private double logOdds(Example example) {
        double sum = 0;
        for (int i = 0; i < example.slots.length; i++) {
            sum += table.means[example.slots[i]] * example.values[i];
        }
        return sum;
    }

    /** What is believed of the features of the remembered decisions. */
    FeatureTable table() {
        return table;
    }
}
