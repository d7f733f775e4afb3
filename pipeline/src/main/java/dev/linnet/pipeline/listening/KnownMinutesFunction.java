package dev.linnet.pipeline.listening;

import dev.linnet.pipeline.windows.KeywordWindow;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts the first results of a keyword's minutes, and the stream's gaps, into one order: a minute is passed on once the watermarks
 * of both have reached its end, and by then every gap before it was. So what follows is the same at each replay.
 */
public final class KnownMinutesFunction extends KeyedBroadcastProcessFunction<String, KeywordWindow, Gap, MinuteNews> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;

    /** Nothing is kept under it; a broadcast has to name one. */
    public static final MapStateDescriptor<Long, Long> BROADCAST =
            new MapStateDescriptor<>("gaps", Types.LONG, Types.LONG);

    private static final ValueStateDescriptor<Boolean> MET = new ValueStateDescriptor<>("met", Types.BOOLEAN);
    private static final MapStateDescriptor<Long, KeywordWindow> WAITING =
            new MapStateDescriptor<>("waiting", Types.LONG, TypeInformation.of(KeywordWindow.class));

    private transient ValueState<Boolean> met;
    private transient MapState<Long, KeywordWindow> waiting;

    @Override
    public void open(OpenContext context) {
        met = getRuntimeContext().getState(MET);
        waiting = getRuntimeContext().getMapState(WAITING);
    }

    @Override
    public void processElement(KeywordWindow window, ReadOnlyContext ctx, Collector<MinuteNews> out) throws Exception {
        if (window.onTime()) {
            met.update(true);
            long last = window.start().toEpochMilli() + MINUTE - 1;
            waiting.put(last, window);
            ctx.timerService()
                    .registerEventTimeTimer(Math.max(last, ctx.timerService().currentWatermark() + 1));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<MinuteNews> out) throws Exception {
        List<Long> due = new ArrayList<>();
        for (long last : waiting.keys()) {
            if (last <= timestamp) {
                due.add(last);
            }
        }
        due.sort(Long::compare);
        for (long last : due) {
            out.collect(MinuteNews.of(waiting.get(last)));
            waiting.remove(last);
        }
    }

    @Override
    public void processBroadcastElement(Gap gap, Context ctx, Collector<MinuteNews> out) throws Exception {
        ctx.applyToKeyedState(MET, (keyword, state) -> out.collect(MinuteNews.of(keyword, gap)));
    }
}
