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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *
 * <p>It keeps no state: each run learns the journal again from its beginning, which takes a second for 10,000 decisions. So no checkpoint
 * holds what an author deleted since. Entries that come together are one burst, after which the weights are told once.
 */
public final class LearnFunction extends ProcessFunction<JournalNews, WeightUpdate> implements CheckpointedFunction {
    /** {@code weight} and {@code decision} points. */
    public static final OutputTag<Point> POINTS = new OutputTag<>("learn-points", TypeInformation.of(Point.class));

    /** The weights for the console. */
    public static final OutputTag<QueueCommand> COMMANDS =
            new OutputTag<>("learn-commands", TypeInformation.of(QueueCommand.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LearnFunction.class);

    /** What earlier versions kept. */
    private static final List<ListStateDescriptor<?>> FORMER_STATE = List.of(
            new ListStateDescriptor<>("lessons", TypeInformation.of(Lesson.class)),
            new ListStateDescriptor<>("edits", TypeInformation.of(JournalEntry.class)));

    private final Vocabulary base;
    private transient WeightLedger ledger;
    private transient ToldWeights told;
    private transient Map<String, Weight> news;
    private transient List<JournalEntry> edits;
    private transient Counter skipped;

    /** Whether what was known before this run is learnt. */
    private transient boolean begun;

    /** Whether the next weights told are all there are. */
    private transient boolean whole;

    /**
     * @param base the vocabulary as configured
     */
    @SuppressWarnings("NullAway.Init") // initializeState comes before anything else
    public LearnFunction(Vocabulary base) {
        this.base = base;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        for (ListStateDescriptor<?> former : FORMER_STATE) {
            // Else it would go from checkpoint to checkpoint for ever.
            context.getOperatorStateStore().getListState(former).clear();
        }
        skipped = getRuntimeContext().getMetricGroup().counter("journalEntriesSkipped");
        edits = new ArrayList<>();
        ledger = new WeightLedger(base);
        ledger.hear(this::vocabulary);
        told = new ToldWeights(List.of());
        news = new LinkedHashMap<>();
        whole = true;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // The journal has it all.
    }

    @Override
    public void processElement(JournalNews heard, Context ctx, Collector<WeightUpdate> out) {
        JournalEntry entry = heard.entry();
        if (!heard.known()) {
            begin();
        }
        if (VocabularyEdits.isEdit(entry)) {
            edits.add(entry);
            ledger.hear(this::vocabulary);
        } else if (entry.act() == Act.FORGET) {
            ledger.forget(entry.subject());
            // No store is to keep the names of features that only that post had.
            whole = true;
        } else {
            JournalHistory.lesson(entry).ifPresent(lesson -> learn(heard, lesson, ctx));
        }
        if (heard.last()) {
            tell(heard, ctx, out);
        }
    }

    /** Learns in one go what came before this run, without points: they were written then. */
    private void begin() {
        if (!begun) {
            begun = true;
            note(ledger.settle());
        }
    }

    private void learn(JournalNews heard, Lesson lesson, Context ctx) {
        JournalEntry entry = heard.entry();
        Optional<String> fault = lesson.fault();
        if (fault.isPresent()) {
            skipped.inc();
            LOG.warn("Journal entry {} changes no weight: {}", entry.sequence(), fault.get());
        } else if (!heard.known() && isDecision(entry, lesson)) {
            Map<String, Double> features = lesson.features();
            ctx.output(
                    POINTS,
                    PointFactory.decision(entry, features, ledger.model().relevance(features)));
        }
        points(note(ledger.hear(lesson)), entry, ctx);
    }

    private static boolean isDecision(JournalEntry entry, Lesson lesson) {
        return entry.act() == Act.APPROVE
                || entry.act() == Act.REJECT
                || (lesson.kind() == Lesson.Kind.UNDO && !lesson.features().isEmpty());
    }

    /** Those of the changed weights that are worth telling. */
    private List<Weight> note(List<Weight> changed) {
        List<Weight> notable = told.news(changed);
        notable.forEach(weight -> news.put(weight.key(), weight));
        return notable;
    }

    private static void points(List<Weight> weights, JournalEntry cause, Context ctx) {
        for (Weight weight : weights) {
            // Words would make a series each, and are too many to look at.
            if (!weight.kind().equals(Features.WORD) && !weight.kind().equals(Features.STEM)) {
                ctx.output(POINTS, PointFactory.weight(weight, cause));
            }
        }
    }

    private void tell(JournalNews last, Context ctx, Collector<WeightUpdate> out) {
        begin();
        List<Weight> settled = note(ledger.settle());
        if (!whole) {
            points(settled, last.entry(), ctx);
        } else {
            told = new ToldWeights(ledger.weights());
            news.clear();
            ledger.weights().forEach(weight -> news.put(weight.key(), weight));
            ctx.output(COMMANDS, QueueCommand.clearWeights());
        }
        if (whole || !news.isEmpty()) {
            out.collect(new WeightUpdate(whole, List.copyOf(news.values())));
        }
        for (Weight weight : news.values()) {
            ctx.output(
                    COMMANDS,
                    QueueCommand.weight(new WeightRow(
                            weight.kind(), weight.name(), weight.mean(), weight.deviation(), weight.decisions())));
        }
        news.clear();
        whole = false;
    }

    private Vocabulary vocabulary() {
        return VocabularyEdits.apply(base, edits);
    }
}
