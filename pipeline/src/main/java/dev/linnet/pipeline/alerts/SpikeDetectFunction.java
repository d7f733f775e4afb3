package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert when a keyword's aggregate relevance spikes, or its number of posts, or either: one per episode, told again when it closes. While it lasts its posts are
 * told each minute, so that {@link AlertGroupFunction} knows what it is about.
 *
 * <p>Corrections of a minute don't come here: what was told stays told. While an episode lasts a timer a minute counts quiet
 * minutes, so that it closes although nobody posts.
 */
public final class SpikeDetectFunction extends KeyedProcessFunction<String, MinuteNews, Raised> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;
    private static final SpikeScale MINUTES = SpikeScale.of(Duration.ofMinutes(1));

    private static final ValueStateDescriptor<SpikeState> STATE =
            new ValueStateDescriptor<>("spike", TypeInformation.of(SpikeState.class));
    private static final ValueStateDescriptor<SpikeState> COUNTS =
            new ValueStateDescriptor<>("spike-counts", TypeInformation.of(SpikeState.class));
    private static final ValueStateDescriptor<SpikeNotes> NOTES =
            new ValueStateDescriptor<>("spike-notes", TypeInformation.of(SpikeNotes.class));

    private final List<Watched> watched;
    private final Sensitivity sensitivity;
    private final VerdictFeed verdicts;

    private transient ValueState<SpikeState> relevance;
    private transient ValueState<SpikeState> counts;
    private transient ValueState<SpikeNotes> notes;

    /** Of relevance. */
    public SpikeDetectFunction(Sensitivity sensitivity) {
        this(Set.of(Watched.RELEVANCE), sensitivity, VerdictFeed.silent());
    }

    /**
     * @param watched what is measured: relevance, counts or both
     * @param sensitivity how rare a burst must be
     * @param verdicts move that for the keywords whose alerts were judged
     */
    @SuppressWarnings("NullAway.Init") // open comes before anything else
    public SpikeDetectFunction(Set<Watched> watched, Sensitivity sensitivity, VerdictFeed verdicts) {
        this.watched = watched.stream().sorted().toList();
        this.sensitivity = sensitivity;
        this.verdicts = verdicts;
    }

    /** What of it has spikes. */
    public static Set<Watched> measured(Set<Watched> of) {
        return of.stream().filter(what -> what != Watched.MOOD).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void open(OpenContext context) {
        relevance = getRuntimeContext().getState(STATE);
        counts = getRuntimeContext().getState(COUNTS);
        notes = getRuntimeContext().getState(NOTES);
    }

    @Override
    public void processElement(MinuteNews news, Context ctx, Collector<Raised> out) throws Exception {
        if (news.gap() != null) {
            SpikeWatch watch =
                    watch(news.keyword(), Instant.ofEpochMilli(news.gap().from() * MINUTE));
            watch.miss(news.gap());
            keep(watch, ctx);
        }
        if (news.window() != null) {
            SpikeWatch watch = watch(news.keyword(), news.window().start());
            tell(watch, watch.take(news.window()), news.window().start().toEpochMilli() + MINUTE - 1, out);
            keep(watch, ctx);
        }
    }

    private SpikeWatch watch(String keyword, Instant now) throws Exception {
        double times = verdicts.current().factor(Alert.Kind.SPIKE, keyword, now);
        List<SpikeMeter> meters = new ArrayList<>();
        for (Watched what : watched) {
            SpikeState before = stateOf(what).value();
            meters.add(new SpikeMeter(
                    what,
                    new SpikeDetector(
                            MINUTES, sensitivity, times, before == null ? SpikeState.fresh(MINUTES) : before)));
        }
        SpikeNotes known = notes.value();
        return new SpikeWatch(meters, known == null ? SpikeNotes.NONE : known);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Raised> out) throws Exception {
        SpikeWatch watch = watch(ctx.getCurrentKey(), Instant.ofEpochMilli(timestamp));
        tell(watch, watch.quietUntil(Math.floorDiv(timestamp, MINUTE)), timestamp, out);
        keep(watch, ctx);
    }

    private ValueState<SpikeState> stateOf(Watched what) {
        return what == Watched.COUNTS ? counts : relevance;
    }

    private static void tell(SpikeWatch watch, List<Alert> told, long at, Collector<Raised> out) {
        List<Long> posts = watch.recent().list();
        told.forEach(alert -> out.collect(new Raised(alert, at, posts, true)));
        Alert open = watch.raised();
        if (open != null && told.isEmpty()) {
            out.collect(new Raised(open, at, posts, false));
        }
    }

    private void keep(SpikeWatch watch, Context ctx) throws Exception {
        for (SpikeMeter meter : watch.meters()) {
            stateOf(meter.what()).update(meter.detector().state());
        }
        notes.update(watch.notes());
        if (watch.goesOn()) {
            // The minute after the next: by then the next has been told if anyone posted in it.
            ctx.timerService().registerEventTimeTimer((watch.next() + 1) * MINUTE + MINUTE / 2);
        }
    }
}
