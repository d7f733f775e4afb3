package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Raises an alert when a keyword's aggregate relevance spikes: one per episode, told again when it closes.
 *
 * <p>Corrections of a minute are left out: what was told stays told. While an episode lasts a timer a minute counts quiet
 * minutes, so that it closes although nobody posts.
 */
public final class SpikeDetectFunction extends KeyedProcessFunction<String, KeywordWindow, Alert> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;
    private static final int WORDS = 6;
    private static final int LEAST_AUTHORS = 3;

    private static final ValueStateDescriptor<SpikeState> STATE =
            new ValueStateDescriptor<>("spike", TypeInformation.of(SpikeState.class));
    private static final ValueStateDescriptor<SpikeEpisode> EPISODE =
            new ValueStateDescriptor<>("spike-episode", TypeInformation.of(SpikeEpisode.class));
    private static final ValueStateDescriptor<Alert> RAISED =
            new ValueStateDescriptor<>("spike-alert", TypeInformation.of(Alert.class));

    private transient ValueState<SpikeState> state;
    private transient ValueState<SpikeEpisode> episode;
    private transient ValueState<Alert> raised;

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(STATE);
        episode = getRuntimeContext().getState(EPISODE);
        raised = getRuntimeContext().getState(RAISED);
    }

    @Override
    public void processElement(KeywordWindow window, Context ctx, Collector<Alert> out) throws Exception {
        if (window.onTime()) {
            SpikeState before = state.value() == null ? SpikeState.fresh() : state.value();
            long minute = Math.floorDiv(window.start().toEpochMilli(), MINUTE);
            if (minute > before.minute()) {
                take(window, before, minute, ctx, out);
            }
        }
    }

    private void take(KeywordWindow window, SpikeState before, long minute, Context ctx, Collector<Alert> out)
            throws Exception {
        SpikeDetector.Step step = SpikeDetector.step(before, minute, window.relevanceSum());
        SpikeEpisode seen =
                (before.inEpisode() && episode.value() != null ? episode.value() : SpikeEpisode.fresh()).with(window);
        episode.update(seen);
        finish(step, out);
        // Several posts by one author are no spike: the episode is told once enough others join.
        if (step.state().inEpisode() && seen.authorCount() >= LEAST_AUTHORS) {
            Alert told = raised.value();
            Alert alert = alert(window.keyword(), step, seen, told);
            if (told == null) {
                out.collect(alert);
            }
            raised.update(alert);
        }
        state.update(step.state());
        watchOn(step.state(), ctx);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        SpikeState before = state.value();
        long minute = Math.floorDiv(timestamp, MINUTE) - 1;
        if (before == null || minute <= before.minute()) {
            if (before != null) {
                watchOn(before, ctx);
            }
            return;
        }
        SpikeDetector.Step step = SpikeDetector.step(before, minute, 0);
        state.update(step.state());
        finish(step, out);
        watchOn(step.state(), ctx);
    }

    private void finish(SpikeDetector.Step step, Collector<Alert> out) throws Exception {
        Alert alert = raised.value();
        if (step.closed() && alert != null) {
            out.collect(closed(alert, step));
            raised.clear();
            episode.clear();
        }
    }

    private static void watchOn(SpikeState state, Context ctx) {
        if (state.inEpisode()) {
            // The minute after the next: by then the next has been told if anyone posted in it.
            ctx.timerService().registerEventTimeTimer((state.minute() + 2) * MINUTE + MINUTE / 2);
        }
    }

    /** An alert as it stands. Its severity stays that of the moment when it was first told: points are stored under it. */
    private static Alert alert(String keyword, SpikeDetector.Step step, SpikeEpisode seen, @Nullable Alert told) {
        Instant opened = Instant.ofEpochSecond(step.state().episode() * 60);
        double usual = Math.max(step.state().usual(), 0.5);
        double ratio = step.state().peak() / usual;
        String severity = told != null ? told.severity() : ratio >= 5 ? "critical" : "warning";
        String lead =
                seen.top().isEmpty() ? "" : ", led by @" + seen.top().get(0).author();
        String text = String.format(
                Locale.ROOT,
                "%.1f × what is usual for this keyword: %d posts by %d authors%s. In nine of ten spans of %d minutes its"
                        + " relevance adds up to no more than %.1f; now it is %.1f. Look at the posts, silence it, or mute"
                        + " the topic.",
                ratio,
                seen.posts(),
                seen.authorCount(),
                lead,
                SpikeDetector.SPAN,
                step.state().usual(),
                step.state().peak());
        return new Alert(
                "spike:" + keyword + ":" + opened.getEpochSecond(),
                Alert.Kind.SPIKE,
                severity,
                keyword,
                String.format(Locale.ROOT, "“%s” spikes: %.1f × the usual", keyword, ratio),
                text,
                opened,
                null,
                step.state().peak(),
                step.state().usual(),
                step.score(),
                step.state().seriesList(),
                seen.top(),
                seen.topWords(WORDS),
                seen.authorCount(),
                seen.sentiment());
    }

    private static Alert closed(Alert alert, SpikeDetector.Step step) {
        return new Alert(
                alert.id(),
                alert.kind(),
                alert.severity(),
                alert.subject(),
                alert.title(),
                alert.text(),
                alert.opened(),
                Instant.ofEpochSecond((step.state().minute() + 1) * 60),
                alert.value(),
                alert.expected(),
                alert.score(),
                step.state().seriesList(),
                alert.posts(),
                alert.words(),
                alert.authors(),
                alert.sentiment());
    }
}
