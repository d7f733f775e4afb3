package dev.linnet.keywords.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(Keyword.of("fern", 1)));

    @Test
    void rollbackGivesTheBitsOfThatMoment() {
        List<Lesson> lessons = decisions(1, 40);
        WeightLedger then = WeightLedger.restore(VOCABULARY, lessons.subList(0, 25));

        lessons.add(Lesson.rollback(41, 25));

        assertEquals(lessons, then);
    }

    @Test
    void rollbackAlsoTakesBackTheUndosSince() {
        List<Lesson> lessons = decisions(1, 10);
        WeightLedger then = WeightLedger.restore(VOCABULARY, lessons);

        lessons.add(Lesson.undo(11, 3));
        lessons.add(Lesson.rollback(12, 10));

        assertEquals(lessons, then);
    }

    @Test
    void undoneRollbackIsAsIfItHadNeverBeen() {
        List<Lesson> lessons = decisions(1, 20);
        lessons.addAll(decisions(22, 25));
        WeightLedger never = WeightLedger.restore(VOCABULARY, lessons);

        lessons.add(Lesson.rollback(21, 5));
        lessons.add(Lesson.undo(26, 21));

        assertEquals(lessons, never);
    }

    @Test
    void rollbackBehindARollbackTakesItBack() {
        List<Lesson> lessons = decisions(1, 20);
        WeightLedger then = WeightLedger.restore(VOCABULARY, lessons);

        lessons.add(Lesson.rollback(21, 5));
        lessons.addAll(decisions(22, 30));
        lessons.add(Lesson.rollback(31, 20));

        assertEquals(lessons, then);
    }

    @Test
    void whatIsDecidedAfterARollbackIsLearnt() {
        List<Lesson> kept = decisions(1, 5);
        kept.addAll(decisions(8, 12));
        WeightLedger expected = WeightLedger.restore(VOCABULARY, kept);

        List<Lesson> lessons = new ArrayList<>(kept);
        lessons.addAll(decisions(6, 6));
        lessons.add(Lesson.rollback(7, 5));

        assertEquals(lessons, expected);
    }

    @Test
    void expiryIsATenthOfARejection() {
        double rejected = weight(List.of(decision(1, Lesson.Kind.REJECT)));
        double expired = weight(List.of(decision(1, Lesson.Kind.EXPIRE)));

        assertThat(rejected).isNegative();
        assertThat(expired).isBetween(rejected / 5, rejected / 30);
    }

    @Test
    void expiriesAgeNoDecision() {
        List<Lesson> lessons = new ArrayList<>(List.of(decision(1, Lesson.Kind.APPROVE)));
        double fresh = weight(lessons);
        for (int i = 2; i < 400; i++) {
            lessons.add(new Lesson(i, Lesson.Kind.EXPIRE, "x:" + i, "", Map.of("word:other" + i, 1.0)));
        }
        assertThat(weight(lessons)).isBetween(fresh * 0.85, fresh);
    }

    @Test
    void whatDidBetterThanUsualCountsMore() {
        List<Lesson> lessons = new ArrayList<>(List.of(decision(1, Lesson.Kind.APPROVE)));
        for (int i = 2; i < 8; i++) {
            lessons.add(outcome(i, "x:other" + i, 10));
        }
        double usual = weight(lessons);

        lessons.add(outcome(8, "x:1", 200));
        double much = weight(lessons);
        lessons.add(outcome(9, "x:1", 0));
        double flop = weight(lessons);
        lessons.add(outcome(10, "x:1", 10));

        assertThat(much).isGreaterThan(usual);
        assertThat(flop).isLessThan(usual).isPositive();
        assertThat(weight(lessons)).as("the last figures count").isEqualTo(usual);
    }

    @Test
    void outcomesMeanNothingUntilThereIsAUsual() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 1; i < Outcomes.LEAST; i++) {
            lessons.add(outcome(i, "x:" + i, i == 1 ? 1_000 : 1));
        }
        assertThat(new Outcomes(lessons).weight("x:1")).isEqualTo(1);

        lessons.add(outcome(Outcomes.LEAST, "x:" + Outcomes.LEAST, 1));

        // The median is 1: r = ln(1001 / 2)
        assertThat(new Outcomes(lessons).weight("x:1")).isCloseTo(0.5 + 1 / (1 + 2 / 1001.0), within(1e-12));
    }

    @Test
    void lessonThatCannotBeLearntFromIsKeptApartWhole() {
        WeightLedger ledger = new WeightLedger(VOCABULARY);
        ledger.take(decision(1, Lesson.Kind.APPROVE));
        List<Weight> before = ledger.weights();

        ledger.take(new Lesson(2, Lesson.Kind.REJECT, "x:2", "", Map.of("word:a", Double.NaN, "word:moss", 1.0)));
        ledger.take(new Lesson(3, Lesson.Kind.APPROVE, "x:3", "", Map.of()));
        ledger.take(new Lesson(4, Lesson.Kind.UNDO, "x:1", "", Map.of("word:moss", 1.0)));
        ledger.take(new Lesson(5, Lesson.Kind.ROLLBACK, "", "", Map.of()));

        assertThat(ledger.weights()).isEqualTo(before);
        assertThat(ledger.skipped())
                .containsEntry(2L, "its 'word:a' is no number")
                .containsEntry(3L, "it has no features, as its post was deleted")
                .containsEntry(4L, "it takes something back, but doesn't say what")
                .containsEntry(5L, "it rolls back, but doesn't say to where");
    }

    /** Learnt one by one, and at once in any order, lessons give the same bits. */
    private static void assertEquals(List<Lesson> lessons, WeightLedger expected) {
        List<Lesson> inOrder = new ArrayList<>(lessons);
        inOrder.sort(java.util.Comparator.comparingLong(Lesson::sequence));
        WeightLedger oneByOne = new WeightLedger(VOCABULARY);
        inOrder.forEach(oneByOne::take);
        Collections.shuffle(inOrder, new Random(5));
        assertThat(oneByOne.weights()).isEqualTo(expected.weights());
        assertThat(WeightLedger.restore(VOCABULARY, inOrder).weights()).isEqualTo(expected.weights());
    }

    private static double weight(List<Lesson> lessons) {
        return WeightLedger.restore(VOCABULARY, lessons)
                .model()
                .weight("word", "moss")
                .mean();
    }

    private static Lesson decision(long sequence, Lesson.Kind kind) {
        return new Lesson(sequence, kind, "x:" + sequence, "", Map.of("word:moss", 1.0));
    }

    private static Lesson outcome(long sequence, String subject, double reposts) {
        return new Lesson(sequence, Lesson.Kind.OUTCOME, subject, "", Map.of("reposts", reposts));
    }

    private static List<Lesson> decisions(long from, long to) {
        List<Lesson> lessons = new ArrayList<>();
        for (long i = from; i <= to; i++) {
            lessons.add(Lesson.decision(
                    i, "x:" + i, i % 3 == 0, Map.of("bias:", 1.0, "word:w" + i % 7, 1.0, "author:a" + i % 4, 1.0)));
        }
        return lessons;
    }
}
