package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets so many alerts a day pass and no more; every needless one costs trust. Keyed by the day of the alert's opening. News of an alert that
 * passed (it grew, it closed) passes too.
 */
public final class AlertBudgetFunction extends KeyedProcessFunction<Long, Alert, Alert> {
    private static final long serialVersionUID = 1L;
    private static final long DAY = 24L * 3_600_000;

    private static final MapStateDescriptor<String, Boolean> PASSED =
            new MapStateDescriptor<>("passed", Types.STRING, Types.BOOLEAN);

    private final int perDay;
    private transient MapState<String, Boolean> passed;
    private transient Counter over;

    /** @param perDay how many alerts pass a day of event time; 0 lets none pass */
    public AlertBudgetFunction(int perDay) {
        this.perDay = perDay;
    }

    /** The key: days since 1970 in which the alert opened. */
    public static long day(Alert alert) {
        return Math.floorDiv(alert.opened().toEpochMilli(), DAY);
    }

    @Override
    public void open(OpenContext context) {
        passed = getRuntimeContext().getMapState(PASSED);
        over = getRuntimeContext().getMetricGroup().counter("alertsOverBudget");
    }

    @Override
    public void processElement(Alert alert, Context ctx, Collector<Alert> out) throws Exception {
        if (passed.contains(alert.id())) {
            out.collect(alert);
            return;
        }
        int count = 0;
        for (String ignored : passed.keys()) {
            count++;
        }
        if (count >= perDay) {
            over.inc();
            return;
        }
        passed.put(alert.id(), true);
        ctx.timerService().registerEventTimeTimer((day(alert) + 3) * DAY);
        out.collect(alert);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) {
        passed.clear();
    }
}
