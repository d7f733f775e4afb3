package dev.linnet.pipeline.windows;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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

    private static final ValueStateDescriptor<MinuteMarks> MINUTES =
            new ValueStateDescriptor<>("minutes", TypeInformation.of(MinuteMarks.class));

    private transient MapState<String, Mentioned> mentions;
    private transient ValueState<MinuteMarks> minutes;
    private transient Counter late;

    @Override
    public void open(OpenContext context) {
        mentions = getRuntimeContext().getMapState(MENTIONS);
        minutes = getRuntimeContext().getState(MINUTES);
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
        MinuteMarks marks = marks();
        if (isOver(minute, watermark) || marks.changed().contains(minute)) {
            return; // what is marked has its timers
        }
        minutes.update(marks.withChanged(minute));
        long end = minute + MINUTE - 1;
        ctx.timerService().registerEventTimeTimer(Math.max(end, watermark + 1));
        ctx.timerService().registerEventTimeTimer(end + LATENESS.toMillis());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<KeywordWindow> out) throws Exception {
        // The first millisecond of the last minute that is over, and of the last that can't change any more.
        long latest = timestamp + 1 - MINUTE;
        long forgotten = latest - LATENESS.toMillis();
        MinuteMarks before = marks();
        MinuteMarks after = before.toldUntil(latest, forgotten);
        if (after.equals(before)) {
            return;
        }
        Map<Long, Map<String, Mentioned>> due = new TreeMap<>();
        MinuteMarks.until(before.changed(), latest).forEach(minute -> due.put(minute, new HashMap<>()));
        gather(due, forgotten);
        due.forEach((minute, posts) -> out.collect(WindowSummary.of(
                ctx.getCurrentKey(), minute, posts, !before.told().contains(minute))));
        minutes.update(after.isEmpty() ? null : after);
    }

    /** Adds the posts of minutes to them, and drops those of a minute and before: one walk for both. */
    private void gather(Map<Long, Map<String, Mentioned>> due, long forgotten) throws Exception {
        List<String> old = new ArrayList<>();
        for (Map.Entry<String, Mentioned> entry : mentions.entries()) {
            Mentioned mentioned = entry.getValue();
            Map<String, Mentioned> posts = due.get(mentioned.minute());
            if (posts != null) {
                posts.put(entry.getKey(), mentioned);
            }
            if (mentioned.minute() <= forgotten) {
                old.add(entry.getKey());
            }
        }
        for (String post : old) {
            mentions.remove(post);
        }
    }

    private MinuteMarks marks() throws IOException {
        MinuteMarks marks = minutes.value();
        return marks == null ? MinuteMarks.NONE : marks;
    }

    private static boolean isOver(long minute, long watermark) {
        return minute + MINUTE - 1 + LATENESS.toMillis() <= watermark;
    }
}
