package dev.linnet.pipeline.dedupe;

import dev.linnet.pipeline.balance.StageDelta;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Brings the changes of one post back in order. An edited post changes its group, and so comes by two ways, of which either may
 * be the quicker one; what is said of an older version then counts no more.
 *
 * <p>From here on, the changes of a post go through the same subtasks, one after the other, up to the stores. Each new version
 * first takes away the one before: it may have stood under other keywords, or at another time.
 */
public final class SettleFunction extends KeyedProcessFunction<String, PostChange, PostChange> {
    private static final long serialVersionUID = 1L;

    /** What ended here. */
    public static final OutputTag<StageDelta> COUNTS =
            new OutputTag<>("settle-counts", TypeInformation.of(StageDelta.class));

    private static final ValueStateDescriptor<Standing> STANDING =
            new ValueStateDescriptor<>("standing", TypeInformation.of(Standing.class));

    private final long memoryMillis;
    private transient ValueState<Standing> standings;

    /**
     * @param memory in processing time: how long a post is remembered
     */
    public SettleFunction(Duration memory) {
        this.memoryMillis = memory.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        standings = getRuntimeContext().getState(STANDING);
    }

    @Override
    public void processElement(PostChange change, Context ctx, Collector<PostChange> out) throws Exception {
        Standing before = standings.value();
        if (before == null) {
            before = begin(change, ctx);
        } else if (before.deleted() || change.revision() < before.revision()) {
            if (change.first()) {
                ctx.output(COUNTS, new StageDelta("duplicate", "edit", 1));
            }
            return;
        }
        switch (change.action()) {
            case PUT -> put(before, change, out);
            case WITHDRAW -> takeAway(before, change, false, out);
            case DELETE -> takeAway(before, change, true, out);
        }
    }

    private Standing begin(PostChange change, Context ctx) {
        ctx.timerService().registerProcessingTimeTimer(ctx.timerService().currentProcessingTime() + memoryMillis);
        return new Standing(0, change.created(), List.of(), false, false);
    }

    private void put(Standing before, PostChange change, Collector<PostChange> out) throws Exception {
        if (before.shown()
                && (change.revision() > before.revision() || !change.keywords().equals(before.keywords()))) {
            out.collect(order(PostChange.Action.WITHDRAW, before, change));
        }
        standings.update(new Standing(change.revision(), change.created(), change.keywords(), true, false));
        out.collect(change);
    }

    private void takeAway(Standing before, PostChange change, boolean forEver, Collector<PostChange> out)
            throws Exception {
        // What was withdrawn may still lie in the queue's past. Of a post that is not known here nobody can say that it
        // was
        // never put: it may have been, after the checkpoint that the job went on from.
        if (before.shown() || forEver || before.revision() == 0) {
            out.collect(order(change.action(), before, change));
        }
        standings.update(new Standing(change.revision(), before.created(), before.keywords(), false, forEver));
    }

    private static PostChange order(PostChange.Action action, Standing shown, PostChange change) {
        return new PostChange(
                action,
                change.key(),
                shown.revision(),
                shown.created(),
                change.firstSeen(),
                shown.keywords(),
                change.reach(),
                false,
                null);
    }

    @Override
    public void onTimer(long time, OnTimerContext ctx, Collector<PostChange> out) {
        standings.clear();
    }
}
