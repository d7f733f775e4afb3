package dev.linnet.pipeline.learn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.pipeline.Posts;
import dev.linnet.queue.JournalEntry;
import dev.linnet.sinks.queue.QueueCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
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
    void decisionsAreLearntAgainAfterARestartAndToldOnce() throws Exception {
        Map<String, Weight> straight;
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", FEATURES));
            straight = weights(harness);
        }
        try (var harness = open(null)) {
            harness.processElement(
                    new JournalNews(entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES), true, false), 0);
            harness.processElement(new JournalNews(entry(2, JournalEntry.Act.REJECT, "x:2", FEATURES), true, true), 0);

            assertThat(weights(harness)).isEqualTo(straight);
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(update -> assertThat(update.whole()).isTrue());
            assertThat(harness.getSideOutput(LearnFunction.POINTS)).isNull();
            assertThat(commands(harness))
                    .startsWith(QueueCommand.Kind.CLEAR_WEIGHTS)
                    .hasSize(4);
        }
    }

    @Test
    void checkpointOfAnEarlierVersionNeitherStandsForTheJournalNorIsKept() throws Exception {
        OperatorSubtaskState former;
        try (var harness = former(null)) {
            former = harness.snapshot(1, 1);
        }
        OperatorSubtaskState now;
        try (var harness = open(former)) {
            send(harness, entry(2, JournalEntry.Act.APPROVE, "x:2", FEATURES));
            assertThat(requireNonNull(weights(harness).get("author:ann")).decisions())
                    .isEqualTo(1);
            now = harness.snapshot(2, 2);
        }
        try (var harness = former(now)) {
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    /** Keeps a lesson, as {@link LearnFunction} once did, and emits those it finds. */
    private static final class FormerLearning extends ProcessFunction<JournalNews, Lesson>
            implements CheckpointedFunction {
        private static final long serialVersionUID = 1L;
        private transient ListState<Lesson> lessons;
        private transient List<Lesson> found;

        @SuppressWarnings("NullAway.Init") // initializeState comes before anything else
        private FormerLearning() {}

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            lessons = context.getOperatorStateStore()
                    .getListState(new ListStateDescriptor<>("lessons", TypeInformation.of(Lesson.class)));
            found = new ArrayList<>();
            lessons.get().forEach(found::add);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            lessons.update(List.of(Lesson.decision(1, "x:1", true, FEATURES)));
        }

        @Override
        public void processElement(JournalNews any, Context ctx, Collector<Lesson> out) {
            found.forEach(out::collect);
        }
    }

    private static OneInputStreamOperatorTestHarness<JournalNews, Lesson> former(@Nullable OperatorSubtaskState state)
            throws Exception {
        var harness =
                new OneInputStreamOperatorTestHarness<JournalNews, Lesson>(new ProcessOperator<>(new FormerLearning()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        harness.processElement(new JournalNews(entry(9, JournalEntry.Act.USEFUL, "any", Map.of()), false, true), 0);
        return harness;
    }

    @Test
    void deletedPostLeavesNoTraceInWeightsAndStores() throws Exception {
        Map<String, Double> others = Map.of("bias:", 1.0, "keyword:flink", 1.0, "author:eva", 1.0);
        Map<String, Weight> never;
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", Map.of()));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", others));
            never = weights(harness);
        }
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", others));
            assertThat(weights(harness)).containsKey("author:ann");
            int points =
                    requireNonNull(harness.getSideOutput(LearnFunction.POINTS)).size();
            int commands = commands(harness).size();

            send(harness, entry(3, JournalEntry.Act.FORGET, "x:1", Map.of()));

            assertThat(weights(harness)).isEqualTo(never).doesNotContainKey("author:ann");
            assertThat(harness.getSideOutput(LearnFunction.POINTS)).hasSize(points);
            assertThat(commands(harness).subList(commands, commands(harness).size()))
                    .hasSize(4)
                    .startsWith(QueueCommand.Kind.CLEAR_WEIGHTS);
        }
    }

    @Test
    void burstIsToldOnceAndGivesTheBitsOfOneByOne() throws Exception {
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            boolean approved = i % 3 != 0;
            entries.add(entry(
                    i,
                    approved ? JournalEntry.Act.APPROVE : JournalEntry.Act.REJECT,
                    "x:" + i,
                    Map.of("bias:", 1.0, "keyword:flink", 1.0, "author:a" + i % 7, 1.0)));
        }
        for (int i = 1; i <= 100; i++) {
            entries.add(entry(100 + i, JournalEntry.Act.OUTCOME, "x:" + i, Map.of("likes", (double) i * i)));
        }
        entries.add(entry(201, JournalEntry.Act.SET_KEYWORD, "flink", Map.of("weight", 3.0)));
        entries.add(entry(202, JournalEntry.Act.UNDO, "x:4", Map.of("undoes", 4.0)));
        Map<String, Weight> single;
        try (var harness = open(null)) {
            for (JournalEntry entry : entries) {
                send(harness, entry);
            }
            single = weights(harness);
        }
        try (var harness = open(null)) {
            for (JournalEntry entry : entries) {
                harness.processElement(new JournalNews(entry, false, entry.sequence() == 202), 0);
            }
            assertThat(harness.extractOutputValues()).hasSize(1);
            weights(harness).forEach((key, weight) -> {
                assertThat(weight.decisions())
                        .isEqualTo(requireNonNull(single.get(key)).decisions());
                // One by one, a weight is told again only once it moved by so much.
                assertThat(weight.mean())
                        .isCloseTo(requireNonNull(single.get(key)).mean(), within(ToldWeights.NOTABLE));
            });
            assertThat(weights(harness)).hasSameSizeAs(single);
        }
    }

    @Test
    void decisionsAndWeightsBecomePoints() throws Exception {
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));

            assertThat(harness.getSideOutput(LearnFunction.POINTS))
                    .extracting(record -> record.getValue().measurement())
                    .containsExactlyInAnyOrder("decision", "weight", "weight", "weight");
            assertThat(commands(harness))
                    .startsWith(QueueCommand.Kind.CLEAR_WEIGHTS)
                    .hasSize(4);
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
    void rollbackIsTakenBackByAnUndo() throws Exception {
        try (var harness = open(null)) {
            send(harness, entry(1, JournalEntry.Act.APPROVE, "x:1", FEATURES));
            send(harness, entry(2, JournalEntry.Act.REJECT, "x:2", FEATURES));
            Map<String, Weight> both = weights(harness);
            send(harness, entry(3, JournalEntry.Act.ROLLBACK, "0", Map.of("to", 0.0)));
            assertThat(weights(harness).values())
                    .allSatisfy(weight -> assertThat(weight.decisions()).isZero());
            long decisions = decisionPoints(harness);

            send(harness, entry(4, JournalEntry.Act.UNDO, "3", Map.of("undoes", 3.0)));
            assertThat(weights(harness)).isEqualTo(both);
            assertThat(decisionPoints(harness))
                    .as("an act on learning is no decision")
                    .isEqualTo(decisions);
        }
    }

    private static long decisionPoints(OneInputStreamOperatorTestHarness<JournalNews, WeightUpdate> harness) {
        return requireNonNull(harness.getSideOutput(LearnFunction.POINTS)).stream()
                .filter(record -> record.getValue().measurement().equals("decision"))
                .count();
    }

    private static List<QueueCommand.Kind> commands(
            OneInputStreamOperatorTestHarness<JournalNews, WeightUpdate> harness) {
        return requireNonNull(harness.getSideOutput(LearnFunction.COMMANDS)).stream()
                .map(record -> record.getValue().kind())
                .toList();
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

    private static OneInputStreamOperatorTestHarness<JournalNews, WeightUpdate> open(
            @Nullable OperatorSubtaskState state) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<JournalNews, WeightUpdate>(
                new ProcessOperator<>(new LearnFunction(VOCABULARY)));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void send(OneInputStreamOperatorTestHarness<JournalNews, WeightUpdate> harness, JournalEntry entry)
            throws Exception {
        harness.processElement(new JournalNews(entry, false, true), 0);
    }

    /** The weights as a listener knows them. */
    private static Map<String, Weight> weights(OneInputStreamOperatorTestHarness<JournalNews, WeightUpdate> harness) {
        Map<String, Weight> weights = new HashMap<>();
        for (WeightUpdate update : harness.extractOutputValues()) {
            if (update.whole()) {
                weights.clear();
            }
            update.changed().forEach(weight -> weights.put(weight.key(), weight));
        }
        return weights;
    }
}
