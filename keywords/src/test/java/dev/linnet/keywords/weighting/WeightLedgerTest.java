package dev.linnet.keywords.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightLedgerTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(Keyword.of("word1", 1), Keyword.of("word2", 2)));

    @Test
    void rebuildGivesTheSameBits() {
        List<Lesson> decisions = decisions(10_000);
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        decisions.forEach(ledger::take);
        List<Lesson> stored = new ArrayList<>(ledger.lessons());
        Collections.shuffle(stored, new Random(3));

        long start = processorTime();
        WeightLedger rebuilt = WeightLedger.restore(VOCABULARY, stored);
        assertThat(Duration.ofNanos(processorTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(rebuilt.weights()).isEqualTo(ledger.weights()).hasSizeGreaterThan(100);
    }

    @Test
    void undoIsAsIfTheDecisionHadNeverBeen() {
        List<Lesson> decisions = decisions(200);
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        decisions.forEach(ledger::take);
        ledger.take(Lesson.undo(201, 57));

        WeightLedger never = new WeightLedger(VOCABULARY);
        decisions.stream().filter(decision -> decision.sequence() != 57).forEach(never::take);
        assertThat(ledger.weights()).isEqualTo(never.weights());
    }

    @Test
    void undoOfTheOnlyDecisionTellsThePrior() {
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        ledger.take(Lesson.decision(1, "x:1", true, Map.of("keyword:word2", 1.0)));
        List<Weight> told = ledger.take(Lesson.undo(2, 1));
        assertThat(told).containsExactly(RelevanceModel.of(VOCABULARY).weight("keyword", "word2"));
        assertThat(ledger.weights()).isEmpty();
    }

    @Test
    void changedWeightsTogetherMakeTheModel() {
        List<Lesson> decisions = decisions(100);
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        RelevanceModel elsewhere = RelevanceModel.of(VOCABULARY);
        decisions.forEach(decision -> elsewhere.put(ledger.take(decision)));
        elsewhere.put(ledger.take(Lesson.undo(101, 100)));
        elsewhere.put(ledger.take(Lesson.undo(102, 3)));
        for (Lesson decision : decisions) {
            assertThat(elsewhere.relevance(decision.features()))
                    .isEqualTo(ledger.model().relevance(decision.features()));
        }
    }

    @Test
    void decisionThatComesTwiceCountsOnce() {
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        Lesson decision = decisions(1).get(0);
        assertThat(ledger.take(decision)).isNotEmpty();
        List<Weight> once = ledger.weights();
        assertThat(ledger.take(decision)).isEmpty();
        assertThat(ledger.weights()).isEqualTo(once);
    }

    @Test
    void undoneDecisionNeverCountsAgain() {
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        Lesson decision = decisions(1).get(0);
        ledger.take(Lesson.undo(2, decision.sequence()));
        assertThat(ledger.take(decision)).isEmpty();
        assertThat(ledger.weights()).isEmpty();
    }

    @Test
    void lateDecisionTakesItsPlaceInTheOrder() {
        List<Lesson> decisions = decisions(50);
        WeightLedger inOrder = new WeightLedger(VOCABULARY);
        decisions.forEach(inOrder::take);
        WeightLedger late = new WeightLedger(VOCABULARY);
        decisions.stream().filter(decision -> decision.sequence() != 10).forEach(late::take);
        assertThat(late.weights()).isNotEqualTo(inOrder.weights());
        late.take(decisions.get(9));
        assertThat(late.weights()).isEqualTo(inOrder.weights());
    }

    @Test
    void changedVocabularyMovesThePriorUnderTheDecisions() {
        List<Lesson> decisions = decisions(50);
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        decisions.forEach(ledger::take);
        Vocabulary changed = Vocabulary.of(List.of(Keyword.of("word1", 3), Keyword.of("word2", 2)));
        assertThat(ledger.rebase(changed)).isNotEmpty();

        WeightLedger fresh = new WeightLedger(changed);
        decisions.forEach(fresh::take);
        assertThat(ledger.weights()).isEqualTo(fresh.weights());
    }

    @Test
    void forgottenPostIsAsIfItsDecisionsWereEmpty() {
        List<Lesson> decisions = new ArrayList<>(decisions(100));
        decisions.add(Lesson.undo(101, 3));
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        decisions.forEach(ledger::take);
        ledger.forget("x:57");
        assertThat(ledger.settle()).isNotEmpty();

        decisions.set(
                56,
                new Lesson(
                        57, decisions.get(56).kind(), "x:57", decisions.get(56).why(), Map.of()));
        assertThat(ledger.weights())
                .isEqualTo(WeightLedger.restore(VOCABULARY, decisions).weights());
        assertThat(ledger.lessons()).noneMatch(lesson -> lesson.sequence() == 57);
        assertThat(ledger.skipped()).containsKey(57L);
        ledger.forget("x:57");
        assertThat(ledger.settle()).as("nothing is left to forget").isEmpty();
    }

    @Test
    void burstOfOutcomesIsOneRebuildWithTheSameBits() {
        List<Lesson> lessons = new ArrayList<>(decisions(1_000));
        Random random = new Random(5);
        for (int i = 1; i <= 1_000; i++) {
            lessons.add(new Lesson(
                    1_000 + i, Lesson.Kind.OUTCOME, "x:" + i, "", Map.of("likes", (double) random.nextInt(100))));
        }
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        lessons.subList(0, 1_000).forEach(ledger::take);
        WeightLedger oneByOne = WeightLedger.restore(VOCABULARY, lessons.subList(0, 1_980));
        lessons.subList(1_980, 2_000).forEach(oneByOne::take);

        long start = processorTime();
        lessons.subList(1_000, 2_000)
                .forEach(lesson -> assertThat(ledger.hear(lesson)).isEmpty());
        assertThat(ledger.settle()).isNotEmpty();
        long burst = processorTime() - start;

        assertThat(ledger.weights()).isEqualTo(oneByOne.weights());
        // One by one, each is a rebuild: some hundred milliseconds.
        assertThat(Duration.ofNanos(burst)).isLessThan(Duration.ofSeconds(2));
    }

    /** Of this thread alone, so that a busy machine fails no test. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Lesson> decisions(int count) {
        Random random = new Random(11);
        List<Lesson> decisions = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Map<String, Double> features = new HashMap<>();
            features.put("bias:", 1.0);
            for (int k = 0; k < 15; k++) {
                features.put("keyword:word" + random.nextInt(300), 1.0);
            }
            features.put("author:did:plc:" + random.nextInt(100), 1.0);
            features.put("sentiment:positive", random.nextDouble());
            decisions.add(new Lesson(
                    i,
                    random.nextBoolean() ? Lesson.Kind.APPROVE : Lesson.Kind.REJECT,
                    "x:" + i,
                    i % 9 == 0 ? "tone" : "",
                    features));
        }
        return decisions;
    }
}
