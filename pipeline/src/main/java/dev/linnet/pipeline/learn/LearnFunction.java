package dev.linnet.pipeline.learn;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.pipeline.filter.VocabularyEdits;
import dev.linnet.pipeline.output.PointFactory;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.WeightRow;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the journal's decisions into weights. The weights always are those that the standing decisions make, in journal order,
 * from the vocabulary as the journal left it; so an undo leaves no trace. Runs in one task.
 */
public final class LearnFunction extends ProcessFunction<JournalEntry, WeightUpdate> implements CheckpointedFunction {
    /** {@code weight} and {@code decision} points. */
    public static final OutputTag<Point> POINTS = new OutputTag<>("learn-points", TypeInformation.of(Point.class));

    /** The weights for the console. */
    public static final OutputTag<QueueCommand> COMMANDS =
            new OutputTag<>("learn-commands", TypeInformation.of(QueueCommand.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LearnFunction.class);
    private static final ListStateDescriptor<Lesson> LESSONS =
            new ListStateDescriptor<>("lessons", TypeInformation.of(Lesson.class));
    private static final ListStateDescriptor<JournalEntry> EDITS =
            new ListStateDescriptor<>("edits", TypeInformation.of(JournalEntry.class));

    private final Vocabulary base;
    private transient WeightLedger ledger;
    private transient ToldWeights told;
    private transient List<JournalEntry> edits;
    private transient Counter skipped;
    private transient ListState<Lesson> lessonState;
    private transient ListState<JournalEntry> editState;

    /**
     * @param base the vocabulary as configured
     */
    @SuppressWarnings("NullAway.Init") // initializeState comes before anything else
    public LearnFunction(Vocabulary base) {
        this.base = base;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        lessonState = context.getOperatorStateStore().getListState(LESSONS);
        skipped = getRuntimeContext().getMetricGroup().counter("journalEntriesSkipped");
        editState = context.getOperatorStateStore().getListState(EDITS);
        edits = new ArrayList<>();
        editState.get().forEach(edits::add);
        List<Lesson> lessons = new ArrayList<>();
        lessonState.get().forEach(lessons::add);
        ledger = WeightLedger.restore(VocabularyEdits.apply(base, edits), lessons);
        told = new ToldWeights(ledger.weights());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        lessonState.update(ledger.lessons());
        editState.update(List.copyOf(edits));
    }

    @Override
    public void processElement(JournalEntry entry, Context ctx, Collector<WeightUpdate> out) {
        List<Weight> changed = VocabularyEdits.isEdit(entry)
                ? edit(entry)
                : JournalHistory.lesson(entry)
                        .map(lesson -> learn(entry, lesson, ctx))
                        .orElse(List.of());
        List<Weight> news = told.news(changed);
        if (news.isEmpty()) {
            return;
        }
        out.collect(new WeightUpdate(news));
        for (Weight weight : news) {
            // Words would make a series each, and are too many to look at.
            if (!weight.kind().equals(Features.WORD) && !weight.kind().equals(Features.STEM)) {
                ctx.output(POINTS, PointFactory.weight(weight, entry));
            }
            ctx.output(
                    COMMANDS,
                    QueueCommand.weight(new WeightRow(
                            weight.kind(), weight.name(), weight.mean(), weight.deviation(), weight.decisions())));
        }
    }

    private List<Weight> learn(JournalEntry entry, Lesson lesson, Context ctx) {
        Optional<String> fault = lesson.fault();
        if (fault.isPresent()) {
            skipped.inc();
            LOG.warn("Journal entry {} changes no weight: {}", entry.sequence(), fault.get());
        } else if (entry.act() == Act.APPROVE || entry.act() == Act.REJECT || isDecisionTakenBack(lesson)) {
            Map<String, Double> features = lesson.features();
            ctx.output(
                    POINTS,
                    PointFactory.decision(entry, features, ledger.model().relevance(features)));
        }
        return ledger.take(lesson);
    }

    private static boolean isDecisionTakenBack(Lesson lesson) {
        return lesson.kind() == Lesson.Kind.UNDO && !lesson.features().isEmpty();
    }

    private List<Weight> edit(JournalEntry entry) {
        edits.add(entry);
        return ledger.rebase(VocabularyEdits.apply(base, edits));
    }
}
