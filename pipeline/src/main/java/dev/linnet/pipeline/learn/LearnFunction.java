package dev.linnet.pipeline.learn;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Decision;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.pipeline.filter.VocabularyEdits;
import dev.linnet.pipeline.output.PointFactory;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.WeightRow;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
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
    private static final ListStateDescriptor<Decision> DECISIONS =
            new ListStateDescriptor<>("decisions", TypeInformation.of(Decision.class));
    private static final ListStateDescriptor<Long> UNDONE = new ListStateDescriptor<>("undone", Types.LONG);
    private static final ListStateDescriptor<JournalEntry> EDITS =
            new ListStateDescriptor<>("edits", TypeInformation.of(JournalEntry.class));

    private final Vocabulary base;
    private transient WeightLedger ledger;
    private transient ToldWeights told;
    private transient List<JournalEntry> edits;
    private transient ListState<Decision> decisionState;
    private transient ListState<Long> undoneState;
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
        decisionState = context.getOperatorStateStore().getListState(DECISIONS);
        undoneState = context.getOperatorStateStore().getListState(UNDONE);
        editState = context.getOperatorStateStore().getListState(EDITS);
        edits = new ArrayList<>();
        editState.get().forEach(edits::add);
        List<Decision> decisions = new ArrayList<>();
        decisionState.get().forEach(decisions::add);
        List<Long> undone = new ArrayList<>();
        undoneState.get().forEach(undone::add);
        ledger = WeightLedger.restore(VocabularyEdits.apply(base, edits), decisions, undone);
        told = new ToldWeights(ledger.weights());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        decisionState.update(ledger.decisions());
        undoneState.update(ledger.undone());
        editState.update(List.copyOf(edits));
    }

    @Override
    public void processElement(JournalEntry entry, Context ctx, Collector<WeightUpdate> out) {
        List<Weight> changed = switch (entry.act()) {
            case APPROVE -> decide(entry, true, ctx);
            case REJECT -> decide(entry, false, ctx);
            case UNDO -> undo(entry, ctx);
            case SET_KEYWORD, REMOVE_KEYWORD, MUTE, UNMUTE, TRUST, UNTRUST -> edit(entry);
            case SILENCE, USEFUL, NOT_USEFUL, OUTCOME -> List.of();
        };
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

    private List<Weight> decide(JournalEntry entry, boolean approved, Context ctx) {
        Map<String, Double> features = features(entry);
        double relevance = ledger.model().relevance(features);
        ctx.output(POINTS, PointFactory.decision(entry, features, relevance));
        return ledger.apply(new Decision(entry.sequence(), entry.subject(), approved, entry.why(), features));
    }

    private List<Weight> undo(JournalEntry entry, Context ctx) {
        Double undoes = entry.data().get("undoes");
        if (undoes == null) {
            LOG.warn(
                    "Journal entry {} takes back a decision, but doesn't say which; it changes no weight",
                    entry.sequence());
            return List.of();
        }
        Map<String, Double> features = features(entry);
        ctx.output(POINTS, PointFactory.decision(entry, features, ledger.model().relevance(features)));
        return ledger.undo(undoes.longValue());
    }

    private List<Weight> edit(JournalEntry entry) {
        edits.add(entry);
        return ledger.rebase(VocabularyEdits.apply(base, edits));
    }

    /** The features that a decision carries: finite numbers under {@code kind:name}. */
    private static Map<String, Double> features(JournalEntry entry) {
        Map<String, Double> features = new HashMap<>();
        entry.data().forEach((key, value) -> {
            if (key.indexOf(':') >= 0 && Double.isFinite(value)) {
                features.put(key, value);
            }
        });
        return features;
    }
}
