package dev.linnet.pipeline.learn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.pipeline.Posts;
import dev.linnet.queue.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LearnFunctionTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(Keyword.of("flink", 1)));
    private static final Map<String, Double> FEATURES = Map.of("bias:", 1.0, "keyword:flink", 1.0, "author:ann", 1.0);

    @Test
    void undoLeavesNoTrace() throws Exception {
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            Map<String, Weight> after = weights(harness);
            assertThat(requireNonNull(after.get("author:ann")).mean()).isPositive();

            Map<String, Double> undo = new HashMap<>(FEATURES);
            undo.put("undoes", 1.0);
            send(harness, entry(2, JournalEntry.Act.UNDO, "x:1", undo));

            assertThat(weights(harness).values())
                    .allSatisfy(weight -> assertThat(weight.decisions()).isZero());
            assertThat(requireNonNull(weights(harness).get("author:ann")).mean())
                    .isZero();
        }
    }

    @Test
    void decisionsOutliveARestartAndCountOnce() throws Exception {
        OperatorSubtaskState state;
        Map<String, Weight> straight;
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", FEATURES));
            straight = weights(harness);
        }
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            state = harness.snapshot(1, 1);
        }
        try (var harness = open(state)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", FEATURES));
            assertThat(weights(harness)).isEqualTo(straight);
        }
    }

    @Test
    void decisionsAndWeightsBecomePoints() throws Exception {
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));

            assertThat(harness.getSideOutput(LearnFunction.POINTS))
                    .extracting(record -> record.getValue().measurement())
                    .containsExactlyInAnyOrder("decision", "weight", "weight", "weight");
            assertThat(harness.getSideOutput(LearnFunction.COMMANDS)).hasSize(3);
        }
    }

    @Test
    void latencyIsOfTheDecisionAndNoFeature() throws Exception {
        try (var harness = open(null)) {
            Map<String, Double> data = new HashMap<>(FEATURES);
            data.put("latency", 12.5);
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", data));

            assertThat(weights(harness)).containsOnlyKeys(FEATURES.keySet());
            assertThat(harness.getSideOutput(LearnFunction.POINTS))
                    .extracting(StreamRecord::getValue)
                    .filteredOn(point -> point.measurement().equals("decision"))
                    .singleElement()
                    .satisfies(point -> assertThat(point.numbers()).containsEntry("latency", 12.5));
        }
    }

    @Test
    void editedVocabularyMovesThePrior() throws Exception {
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            double before =
                    requireNonNull(weights(harness).get("keyword:flink")).mean();
            send(harness, entry(2, JournalEntry.Act.SET_KEYWORD, "flink", Map.of("weight", 3.0)));
            assertThat(requireNonNull(weights(harness).get("keyword:flink")).mean())
                    .isGreaterThan(before);
        }
    }

    @Test
    void rollbackAndItsUndoOutliveARestart() throws Exception {
        OperatorSubtaskState state;
        Map<String, Weight> both;
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", FEATURES));
            both = weights(harness);
            send(harness, entry(3, JournalEntry.Act.ROLLBACK, "0", Map.of("to", 0.0)));
            assertThat(weights(harness).values())
                    .allSatisfy(weight -> assertThat(weight.decisions()).isZero());
            state = harness.snapshot(1, 1);
        }
        try (var harness = open(state)) {
            send(harness, entry(4, JournalEntry.Act.UNDO, "3", Map.of("undoes", 3.0)));
            assertThat(weights(harness)).isEqualTo(both);
            assertThat(harness.getSideOutput(LearnFunction.POINTS))
                    .extracting(record -> record.getValue().measurement())
                    .as("an act on learning is no decision")
                    .containsOnly("weight");
        }
    }

    @Test
    void decisionsWithoutFeaturesAndOtherActsChangeNothing() throws Exception {
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", Map.of()));
            send(harness, entry(2, JournalEntry.Act.USEFUL, "alert", Map.of()));
            send(harness, entry(3, JournalEntry.Act.ROLLBACK, "", Map.of()));

            assertThat(weights(harness)).isEmpty();
        }
    }

    private static JournalEntry entry(long sequence, JournalEntry.Act act, String subject, Map<String, Double> data) {
        return new JournalEntry(sequence, Posts.at(sequence), "ann", act, subject, "", data);
    }

    private static OneInputStreamOperatorTestHarness<JournalEntry, WeightUpdate> open(
            @org.jspecify.annotations.Nullable OperatorSubtaskState state) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<JournalEntry, WeightUpdate>(
                new ProcessOperator<>(new LearnFunction(VOCABULARY)));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void send(OneInputStreamOperatorTestHarness<JournalEntry, WeightUpdate> harness, JournalEntry entry)
            throws Exception {
        harness.processElement(entry, 0);
    }

    /** The weights as a listener knows them. */
    private static Map<String, Weight> weights(OneInputStreamOperatorTestHarness<JournalEntry, WeightUpdate> harness) {
        Map<String, Weight> weights = new HashMap<>();
        for (WeightUpdate update : harness.extractOutputValues()) {
            update.changed().forEach(weight -> weights.put(weight.key(), weight));
        }
        return weights;
    }
}
