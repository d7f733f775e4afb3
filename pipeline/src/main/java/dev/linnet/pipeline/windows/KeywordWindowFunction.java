package dev.linnet.pipeline.windows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Sums up each keyword's minutes, by event time.
 *
 * <p>A minute is told when the watermark passes it, and told again when a late post, a deletion, a better copy or a new score
 * changes it within {@link #LATENESS}: the last result of a minute depends on the set of posts alone, not on their order. That
 * is why posts are kept one by one and not as a sum.
 */
public final class KeywordWindowFunction extends KeyedProcessFunction<String, KeywordMention, KeywordWindow> {
    private static final long serialVersionUID = 1L;

    /** In event time: how long after its end a minute can still change. */
    public static final Duration LATENESS = Duration.ofHours(1);

    static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private static final MapStateDescriptor<String, Mentioned> MENTIONS =
            new MapStateDescriptor<>("mentions", Types.STRING, TypeInformation.of(Mentioned.class));

    /** Minutes to be told, and whether they were told before. */
    private static final MapStateDescriptor<Long, Boolean> CHANGED =
            new MapStateDescriptor<>("changed", Types.LONG, Types.BOOLEAN);

    /** Minutes that were told. */
    private static final MapStateDescriptor<Long, Boolean> TOLD =
            new MapStateDescriptor<>("told", Types.LONG, Types.BOOLEAN);

    private transient MapState<String, Mentioned> mentions;
    private transient MapState<Long, Boolean> changed;
    private transient MapState<Long, Boolean> told;
    private transient Counter late;

    @Override
    public void open(OpenContext context) {
        mentions = getRuntimeContext().getMapState(MENTIONS);
        changed = getRuntimeContext().getMapState(CHANGED);
        told = getRuntimeContext().getMapState(TOLD);
        late = getRuntimeContext().getMetricGroup().counter("lateMentions");
    }

    @Override
    public void processElement(KeywordMention mention, Context ctx, Collector<KeywordWindow> out) throws Exception {
        long watermark = ctx.timerService().currentWatermark();
        Mentioned before = mentions.get(mention.postKey());
        if (mention.gone()) {
            if (before != null) {
                mentions.remove(mention.postKey());
                markChanged(before.minute(), ctx, watermark);
            }
            return;
        }
        long minute = Math.floorDiv(mention.at().toEpochMilli(), MINUTE) * MINUTE;
        if (isOver(minute, watermark)) {
            late.inc();
            return;
        }
        Mentioned now = Mentioned.of(mention, minute);
        if (now.equals(before)) {
            return;
        }
        mentions.put(mention.postKey(), now);
        markChanged(minute, ctx, watermark);
        if (before != null && before.minute() != minute) {
            markChanged(before.minute(), ctx, watermark);
        }
    }

    private void markChanged(long minute, Context ctx, long watermark) throws Exception {
        if (isOver(minute, watermark)) {
            return;
        }
        changed.put(minute, true);
        long end = minute + MINUTE - 1;
        ctx.timerService().registerEventTimeTimer(Math.max(end, watermark + 1));
        ctx.timerService().registerEventTimeTimer(end + LATENESS.toMillis());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<KeywordWindow> out) throws Exception {
        for (long minute : due(changed.keys(), timestamp, 0)) {
            boolean first = !told.contains(minute);
            told.put(minute, true);
            changed.remove(minute);
            out.collect(WindowSummary.of(ctx.getCurrentKey(), minute, of(minute), first));
        }
        for (long minute : due(told.keys(), timestamp, LATENESS.toMillis())) {
            for (String post : new ArrayList<>(of(minute).keySet())) {
                mentions.remove(post);
            }
            told.remove(minute);
        }
    }

    private Map<String, Mentioned> of(long minute) throws Exception {
        Map<String, Mentioned> found = new HashMap<>();
        for (Map.Entry<String, Mentioned> entry : mentions.entries()) {
            if (entry.getValue().minute() == minute) {
                found.put(entry.getKey(), entry.getValue());
            }
        }
        return found;
    }

    private static List<Long> due(Iterable<Long> minutes, long timestamp, long after) {
        List<Long> due = new ArrayList<>();
        for (Long minute : minutes) {
            if (minute + MINUTE - 1 + after <= timestamp) {
                due.add(minute);
            }
        }
        due.sort(Long::compare);
        return due;
    }

    private static boolean isOver(long minute, long watermark) {
        return minute + MINUTE - 1 + LATENESS.toMillis() <= watermark;
    }
}
