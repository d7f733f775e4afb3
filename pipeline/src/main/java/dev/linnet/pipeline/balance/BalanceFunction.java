package dev.linnet.pipeline.balance;

import dev.linnet.pipeline.output.PointFactory;
import dev.linnet.queue.StageCount;
import dev.linnet.sinks.points.Point;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Adds up what ended at each stage for each reason, and tells the totals: at most once in {@link #PERIOD} of processing time,
 * and at the end of the stream. Keyed by stage and reason; the totals are kept for as long as the job runs.
 */
public final class BalanceFunction extends KeyedProcessFunction<String, StageDelta, StageCount> {
    private static final long serialVersionUID = 1L;

    /** {@code stage} points: of each total one a minute, and one at the end of the stream. */
    public static final OutputTag<Point> POINTS = new OutputTag<>("balance-points", TypeInformation.of(Point.class));

    /** In processing time: how often a total is told while it grows. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    private static final ValueStateDescriptor<Long> TOTAL = new ValueStateDescriptor<>("total", Types.LONG);
    private static final ValueStateDescriptor<Boolean> WAITING = new ValueStateDescriptor<>("waiting", Types.BOOLEAN);
    private static final ValueStateDescriptor<Long> POINT_MINUTE =
            new ValueStateDescriptor<>("point-minute", Types.LONG);
    private static final long MINUTE_MILLIS = 60_000;

    private transient ValueState<Long> totals;
    private transient ValueState<Boolean> waiting;
    private transient ValueState<Long> pointMinute;

    /** What a delta is added up under. */
    public static String key(StageDelta delta) {
        return delta.stage() + '/' + delta.reason();
    }

    @Override
    public void open(OpenContext context) {
        totals = getRuntimeContext().getState(TOTAL);
        waiting = getRuntimeContext().getState(WAITING);
        pointMinute = getRuntimeContext().getState(POINT_MINUTE);
    }

    @Override
    public void processElement(StageDelta delta, Context ctx, Collector<StageCount> out) throws Exception {
        Long total = totals.value();
        if (total == null) {
            total = 0L;
            // Fires when the stream ends, before which no time is as late.
            ctx.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
        totals.update(total + delta.count());
        if (waiting.value() == null) {
            waiting.update(true);
            long due = ctx.timerService().currentProcessingTime() + PERIOD.toMillis();
            ctx.timerService().registerProcessingTimeTimer(due);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext ctx, Collector<StageCount> out) throws Exception {
        boolean end = ctx.timeDomain() == TimeDomain.EVENT_TIME;
        if (!end) {
            waiting.clear();
        }
        Long total = totals.value();
        if (total == null) {
            return;
        }
        String key = ctx.getCurrentKey();
        int slash = key.indexOf('/');
        StageCount count = new StageCount(key.substring(0, slash), key.substring(slash + 1), total);
        out.collect(count);
        long minute = ctx.timerService().currentProcessingTime() / MINUTE_MILLIS;
        Long told = pointMinute.value();
        if (end || told == null || told != minute) {
            pointMinute.update(minute);
            ctx.output(POINTS, PointFactory.stage(count, Instant.ofEpochMilli(minute * MINUTE_MILLIS)));
        }
    }
}
