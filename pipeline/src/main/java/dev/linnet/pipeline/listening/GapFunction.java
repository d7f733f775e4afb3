package dev.linnet.pipeline.listening;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Tells the gaps of the whole stream, from the minutes in which there were records; all of them under one key. */
public final class GapFunction extends KeyedProcessFunction<Boolean, Long, Gap> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;

    private static final ValueStateDescriptor<Listening> STATE =
            new ValueStateDescriptor<>("listening", TypeInformation.of(Listening.class));

    private transient ValueState<Listening> state;

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(STATE);
    }

    private StreamSilence silence() throws Exception {
        Listening before = state.value();
        return new StreamSilence(before == null ? Listening.fresh() : before);
    }

    @Override
    public void processElement(Long minute, Context ctx, Collector<Gap> out) throws Exception {
        StreamSilence silence = silence();
        if (silence.hear(minute)) {
            state.update(silence.state());
            // At the next watermark too: the first after a gap leaps over it, and what it closes is to be known to be
            // one.
            ctx.timerService().registerEventTimeTimer(ctx.timerService().currentWatermark() + 1);
            ctx.timerService().registerEventTimeTimer((minute + 1) * MINUTE - 1);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Gap> out) throws Exception {
        StreamSilence silence = silence();
        // At the end of the stream the watermark is the largest number there is.
        long passed = Math.min(ctx.timerService().currentWatermark(), Long.MAX_VALUE - 1);
        silence.close(Math.floorDiv(passed + 1, MINUTE)).forEach(out::collect);
        state.update(silence.state());
    }
}
