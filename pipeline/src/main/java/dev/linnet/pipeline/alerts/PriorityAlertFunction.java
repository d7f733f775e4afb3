package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.windows.KeywordMention;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert at once when a priority keyword is used. Uses within the cooldown of the first join its alert, which is told
 * again, at most once a minute, with the new figures, and closes after it. The cooldown is longer for a keyword whose alerts were called
 * noise, shorter when they were called useful.
 *
 * <p>All of it by event time, as posts of the last hours may come late, from a source that was cut off: they join the alerts of their own
 * time, and what is older than {@link #NEWS} raises none.
 */
public final class PriorityAlertFunction extends KeyedProcessFunction<String, KeywordMention, Alert> {
    private static final long serialVersionUID = 1L;

    /** In event time, unless told otherwise. */
    public static final Duration COOLDOWN = Duration.ofHours(1);

    /** In event time: a use that is older, when it comes, is no news. */
    static final Duration NEWS = Duration.ofDays(1);

    private static final long MINUTE = 60_000;
    /** Cooldowns by which verdicts can make one longer. */
    private static final int LONGEST = 8;

    /** By the moment of the first use, milliseconds since 1970; kept until nothing can join them any more. */
    private static final MapStateDescriptor<Long, PriorityState> GROUPS =
            new MapStateDescriptor<>("priority", Types.LONG, TypeInformation.of(PriorityState.class));

    private static final ValueStateDescriptor<PriorityPast> PAST =
            new ValueStateDescriptor<>("priority-past", TypeInformation.of(PriorityPast.class));

    private final Duration cooldown;
    private final VerdictFeed verdicts;
    private transient MapState<Long, PriorityState> groups;
    private transient ValueState<PriorityPast> history;

    /** With the usual cooldown, whatever people say. */
    public PriorityAlertFunction() {
        this(COOLDOWN, VerdictFeed.silent());
    }

    /**
     * @param cooldown in event time: for how long uses join an alert
     * @param verdicts move that for the keywords whose alerts were judged
     */
    @SuppressWarnings("NullAway.Init") // open comes before anything else
    public PriorityAlertFunction(Duration cooldown, VerdictFeed verdicts) {
        this.cooldown = cooldown;
        this.verdicts = verdicts;
    }

    @Override
    public void open(OpenContext context) {
        groups = getRuntimeContext().getMapState(GROUPS);
        history = getRuntimeContext().getState(PAST);
    }

    @Override
    public void processElement(KeywordMention mention, Context ctx, Collector<Alert> out) throws Exception {
        if (!mention.priority() || mention.gone()) {
            return;
        }
        long at = mention.at().toEpochMilli();
        List<PriorityState> near = near(at);
        if (near.stream().anyMatch(group -> group.posts().contains(mention.postKey()))) {
            return;
        }
        PriorityPast past = remember(at, ctx);
        Optional<PriorityState> joined = near.stream()
                .filter(group -> group.takes(at))
                .max(Comparator.comparing((PriorityState group) -> group.opened() <= at)
                        .thenComparing(PriorityState::opened, Comparator.reverseOrder()));
        if (joined.isPresent()) {
            groups.put(joined.get().opened(), joined.get().with(mention));
            ctx.timerService().registerEventTimeTimer((Math.floorDiv(at, MINUTE) + 1) * MINUTE);
        } else if (at + NEWS.toMillis() >= ctx.timerService().currentWatermark()) {
            PriorityState first = PriorityState.of(mention, cooldown(mention));
            groups.put(at, first.told(false));
            ctx.timerService().registerEventTimeTimer(first.until());
            ctx.timerService().registerEventTimeTimer(first.until() + NEWS.toMillis());
            out.collect(PriorityAlert.open(mention.keyword(), first, past));
        }
    }

    /** The groups that a use at a moment could belong to. */
    private List<PriorityState> near(long at) throws Exception {
        List<PriorityState> near = new ArrayList<>();
        for (long opened : keys()) {
            if (Math.abs(at - opened) <= LONGEST * cooldown.toMillis()) {
                near.add(groups.get(opened));
            }
        }
        return near;
    }

    private List<Long> keys() throws Exception {
        List<Long> keys = new ArrayList<>();
        groups.keys().forEach(keys::add);
        keys.sort(Long::compare);
        return keys;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        PriorityPast past = past(timestamp);
        for (long opened : keys()) {
            PriorityState group = groups.get(opened);
            boolean ends = !group.closed() && timestamp >= group.until();
            if (ends || group.count() > group.told()) {
                Alert alert = PriorityAlert.open(ctx.getCurrentKey(), group, past);
                out.collect(ends || group.closed() ? alert.closedAt(Instant.ofEpochMilli(group.until())) : alert);
                groups.put(opened, group.told(ends));
            }
            if (timestamp >= group.until() + NEWS.toMillis()) {
                groups.remove(opened);
            }
        }
        if (timestamp >= (past.hour() + PriorityPast.HOURS) * 60 * MINUTE) {
            history.clear();
        }
    }

    private PriorityPast past(long at) throws Exception {
        PriorityPast known = history.value();
        return known == null ? PriorityPast.fresh(at) : known;
    }

    private PriorityPast remember(long at, Context ctx) throws Exception {
        PriorityPast past = past(at).with(at);
        history.update(past);
        // One timer an hour at most: of those that pass, the last forgets.
        ctx.timerService().registerEventTimeTimer((past.hour() + PriorityPast.HOURS) * 60 * MINUTE);
        return past;
    }

    private long cooldown(KeywordMention mention) {
        double factor = verdicts.current().factor(Alert.Kind.PRIORITY, mention.keyword(), mention.at());
        return Math.round(factor * cooldown.toMillis());
    }
}
