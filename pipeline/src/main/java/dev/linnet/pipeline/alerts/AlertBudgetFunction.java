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
 * passed (it grew, it closed) passes too. What nobody will hear, because its subject is silenced, passes and takes no place.
 */
public final class AlertBudgetFunction extends KeyedProcessFunction<Long, Alert, Alert> {
    private static final long serialVersionUID = 1L;
    private static final long DAY = 24L * 3_600_000;

    /** Alerts that passed, and whether they took a place of the day's. */
    private static final MapStateDescriptor<String, Boolean> PASSED =
            new MapStateDescriptor<>("passed", Types.STRING, Types.BOOLEAN);

    private final int perDay;
    private final VerdictFeed acts;
    private transient MapState<String, Boolean> passed;
    private transient Counter over;

    /** @param perDay how many alerts pass a day of event time; 0 lets none pass */
    public AlertBudgetFunction(int perDay) {
        this(perDay, VerdictFeed.silent());
    }

    /**
     * @param perDay how many alerts pass a day of event time; 0 lets none pass
     * @param acts tell what is silenced
     */
    public AlertBudgetFunction(int perDay, VerdictFeed acts) {
        this.perDay = perDay;
        this.acts = acts;
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
        boolean heard = !acts.silences().covers(alert.subject(), alert.opened());
        if (perDay == 0 || heard && places() >= perDay) {
            over.inc();
            return;
        }
        passed.put(alert.id(), heard);
        ctx.timerService().registerEventTimeTimer((day(alert) + 3) * DAY);
        out.collect(alert);
    }

    private int places() throws Exception {
        int taken = 0;
        for (boolean heard : passed.values()) {
            taken += heard ? 1 : 0;
        }
        return taken;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) {
        passed.clear();
    }
}
