package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Makes one alert of those that open on the same posts: keywords of which one holds the other, a spike and its mood.
 *
 * <p>Alerts come from tasks that know nothing of each other. They wait until the watermark has reached their moment, and are then taken in an order
 * that follows from them alone: so the same one leads after a restart. Silenced ones take no part.
 */
public final class AlertGroupFunction extends KeyedProcessFunction<Boolean, Raised, Alert> {
    private static final long serialVersionUID = 1L;

    private static final ListStateDescriptor<Raised> WAITING =
            new ListStateDescriptor<>("alerts-waiting", TypeInformation.of(Raised.class));
    private static final ListStateDescriptor<AlertGroup> GROUPS =
            new ListStateDescriptor<>("alert-groups", TypeInformation.of(AlertGroup.class));

    /** What goes on comes before what opens; a spike leads before a mood, and of keywords the one that says more. */
    private static final Comparator<Raised> ORDER = Comparator.comparingLong(Raised::at)
            .thenComparing(raised -> raised.isNews() && raised.alert().closed() == null)
            .thenComparing(raised -> raised.alert().kind())
            .thenComparing(raised -> -raised.alert().subject().length())
            .thenComparing(raised -> raised.alert().id());

    private final VerdictFeed acts;
    private transient ListState<Raised> waiting;
    private transient ListState<AlertGroup> groups;

    /** @param acts tell what is silenced */
    @SuppressWarnings("NullAway.Init") // open comes before anything else
    public AlertGroupFunction(VerdictFeed acts) {
        this.acts = acts;
    }

    @Override
    public void open(OpenContext context) {
        waiting = getRuntimeContext().getListState(WAITING);
        groups = getRuntimeContext().getListState(GROUPS);
    }

    @Override
    public void processElement(Raised raised, Context ctx, Collector<Alert> out) throws Exception {
        waiting.add(raised);
        ctx.timerService()
                .registerEventTimeTimer(Math.max(raised.at(), ctx.timerService().currentWatermark() + 1));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        List<Raised> due = new ArrayList<>();
        List<Raised> later = new ArrayList<>();
        waiting.get().forEach(raised -> (raised.at() <= timestamp ? due : later).add(raised));
        waiting.update(later);
        due.sort(ORDER);
        List<AlertGroup> now = new ArrayList<>();
        groups.get().forEach(now::add);
        Map<String, Alert> told = new LinkedHashMap<>();
        due.forEach(raised -> take(raised, now, told));
        groups.update(now);
        told.values().forEach(out::collect);
    }

    private void take(Raised raised, List<AlertGroup> now, Map<String, Alert> told) {
        Alert alert = raised.alert();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).holds(alert.id())) {
                AlertGroup changed = now.get(i).update(raised);
                now.set(i, changed);
                if (!changed.isOpen()) {
                    tell(now.remove(i).told(), told);
                }
                return;
            }
        }
        if (!raised.isNews()) {
            return;
        }
        if (alert.closed() != null || isSilent(alert, alert)) {
            tell(alert, told);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).takes(raised) && !isSilent(now.get(i).lead(), alert)) {
                now.set(i, now.get(i).with(raised));
                tell(now.get(i).told(), told);
                return;
            }
        }
        now.add(new AlertGroup(List.of(new GroupedAlert(alert, raised.posts()))));
        tell(alert, told);
    }

    private static void tell(Alert alert, Map<String, Alert> told) {
        told.put(alert.id(), alert);
    }

    /** Whether nobody would hear of an alert's subject when another opens. */
    private boolean isSilent(Alert of, Alert opening) {
        return acts.silences().covers(of.subject(), opening.opened());
    }
}
