package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.mood.MoodDetector;
import dev.linnet.pipeline.mood.MoodState;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert when the mood on a keyword turns: one per turn, told again when it is over. While it lasts its posts are told with each
 * minute, so that {@link AlertGroupFunction} knows what it is about.
 */
public final class MoodTurnFunction extends KeyedProcessFunction<String, MinuteNews, Raised> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;

    private static final ValueStateDescriptor<MoodState> STATE =
            new ValueStateDescriptor<>("mood", TypeInformation.of(MoodState.class));
    private static final ValueStateDescriptor<MoodNotes> NOTES =
            new ValueStateDescriptor<>("mood-notes", TypeInformation.of(MoodNotes.class));

    private final Sensitivity sensitivity;
    private final VerdictFeed verdicts;

    private transient ValueState<MoodState> state;
    private transient ValueState<MoodNotes> notes;

    /**
     * @param sensitivity how rare a turn must be
     * @param verdicts move that for the keywords whose alerts were judged
     */
    @SuppressWarnings("NullAway.Init") // open comes before anything else
    public MoodTurnFunction(Sensitivity sensitivity, VerdictFeed verdicts) {
        this.sensitivity = sensitivity;
        this.verdicts = verdicts;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(STATE);
        notes = getRuntimeContext().getState(NOTES);
    }

    @Override
    public void processElement(MinuteNews news, Context ctx, Collector<Raised> out) throws Exception {
        if (news.gap() != null) {
            MoodWatch watch =
                    watch(news.keyword(), Instant.ofEpochMilli(news.gap().from() * MINUTE));
            watch.miss(news.gap());
            keep(watch, ctx);
        }
        if (news.window() != null) {
            MoodWatch watch = watch(news.keyword(), news.window().start());
            tell(watch, watch.take(news.window()), news.window().start().toEpochMilli() + MINUTE - 1, out);
            keep(watch, ctx);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Raised> out) throws Exception {
        MoodWatch watch = watch(ctx.getCurrentKey(), Instant.ofEpochMilli(timestamp));
        if (watch.goesOn()) {
            tell(watch, watch.quietUntil(Math.floorDiv(timestamp, MINUTE)), timestamp, out);
            keep(watch, ctx);
        }
    }

    private static void tell(MoodWatch watch, List<Alert> told, long at, Collector<Raised> out) {
        List<Long> posts = watch.posts();
        told.forEach(alert -> out.collect(new Raised(alert, at, posts, true)));
        Alert open = watch.raised();
        if (open != null && told.isEmpty()) {
            out.collect(new Raised(open, at, posts, false));
        }
    }

    private MoodWatch watch(String keyword, Instant now) throws Exception {
        MoodState before = state.value();
        double times = verdicts.current().factor(Alert.Kind.MOOD, keyword, now);
        MoodDetector detector = new MoodDetector(sensitivity, times, before == null ? MoodState.fresh() : before);
        MoodNotes known = notes.value();
        return new MoodWatch(detector, known == null ? MoodNotes.NONE : known);
    }

    private void keep(MoodWatch watch, Context ctx) throws Exception {
        state.update(watch.state());
        notes.update(watch.notes());
        if (watch.goesOn()) {
            // A minute later than it is over: posts of that minute may have gone first.
            ctx.timerService().registerEventTimeTimer((watch.overBy() + 1) * MINUTE + MINUTE / 2);
        }
    }
}
