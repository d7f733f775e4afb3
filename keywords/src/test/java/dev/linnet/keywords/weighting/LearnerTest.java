package dev.linnet.keywords.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnerTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(Keyword.of("storm", 1)));

    private final WeightLedger ledger = new WeightLedger(VOCABULARY);
    private long sequence;

    @Test
    void movedInterestIsFollowedWithinSeventyDecisions() {
        decide(200, post("sandy"), post("moore"));
        assertThat(relevance(post("sandy"))).isGreaterThan(0.8);

        // What the model holds likely is shown first, and is not wanted any longer.
        for (int i = 0; i < 30; i++) {
            decide(post("sandy"), false);
        }
        decide(40, post("moore"), post("sandy"));

        assertThat(relevance(post("moore"))).isGreaterThan(0.6);
        assertThat(relevance(post("sandy"))).isLessThan(0.3);
    }

    @Test
    void oneMissAmongManyHitsIsNoChangeOfInterest() {
        decide(200, post("sandy"), post("moore"));
        double before = relevance(post("sandy"));
        decide(post("sandy"), false);
        assertThat(relevance(post("sandy"))).isGreaterThan(before - 0.1);
    }

    @Test
    void memoryIsThatOfTheNewestDecisionsAlone() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            decide(post("once" + i), random.nextBoolean());
        }
        assertThat(ledger.weights())
                .hasSizeLessThanOrEqualTo(Learner.WINDOW + 2)
                .noneMatch(weight -> weight.key().equals("word:once1"));
    }

    @Test
    void weightsThatNoRememberedDecisionSpeaksOfAreToldWithTheirPrior() {
        Map<String, Weight> told = new HashMap<>();
        for (int i = 0; i < Learner.WINDOW + 1; i++) {
            Lesson decision = Lesson.decision(++sequence, "x:" + i, i % 2 == 0, post("once" + i));
            ledger.take(decision).forEach(weight -> told.put(weight.key(), weight));
        }
        assertThat(told.get("word:once0")).isEqualTo(new Weight("word", "once0", 0, 2, 0));
        assertThat(ledger.model().weight("word", "once0").decisions()).isZero();
    }

    /** At the best fit, the gradient of the posterior is nought: weight − prior = variance · Σ importance · (y − p) · value. */
    @Test
    void weightsOfAFewDecisionsSettleAtTheBestFit() {
        Random random = new Random(9);
        for (int i = 0; i < 6; i++) {
            Map<String, Double> features = Map.of("bias:", 1.0, "word:w" + random.nextInt(4), 0.3);
            ledger.take(Lesson.decision(++sequence, "x:" + i, random.nextBoolean(), features));
        }
        List<Decision> decisions = ledger.decisions();
        double newest = decisions.size();
        for (int w = 0; w < 4; w++) {
            double pull = 0;
            for (int i = 0; i < decisions.size(); i++) {
                Double value = decisions.get(i).features().get("word:w" + w);
                if (value != null) {
                    double p = ledger.model().relevance(decisions.get(i).features());
                    double importance = Math.pow(0.5, (newest - 1 - i) / 200);
                    pull += importance * ((decisions.get(i).approved() ? 1 : 0) - p) * value;
                }
            }
            assertThat(ledger.model().weight("word", "w" + w).mean()).isCloseTo(4 * pull, within(0.02));
        }
    }

    private void decide(int times, Map<String, Double> wanted, Map<String, Double> unwanted) {
        for (int i = 0; i < times / 2; i++) {
            decide(wanted, true);
            decide(unwanted, false);
        }
    }

    private void decide(Map<String, Double> features, boolean approved) {
        sequence++;
        ledger.take(Lesson.decision(sequence, "x:" + sequence, approved, features));
    }

    private double relevance(Map<String, Double> features) {
        return ledger.model().relevance(features);
    }

    private static Map<String, Double> post(String word) {
        return Map.of("bias:", 1.0, "keyword:storm", 0.5, "word:" + word, 0.5);
    }
}
