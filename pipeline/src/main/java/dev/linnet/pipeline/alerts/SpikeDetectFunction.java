package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeReading;
import dev.linnet.pipeline.spikes.SpikeScale;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert when a keyword's aggregate relevance spikes: one per episode, told again when it closes.
 *
 * <p>Corrections of a minute are left out: what was told stays told. While an episode lasts a timer a minute counts quiet
 * minutes, so that it closes although nobody posts.
 */
public final class SpikeDetectFunction extends KeyedProcessFunction<String, KeywordWindow, Alert> {
    private static final long serialVersionUID = 1L;
    private static final long MINUTE = 60_000;
    private static final int LEAST_AUTHORS = 3;
    private static final SpikeScale MINUTES = SpikeScale.of(Duration.ofMinutes(1));
    /** Of a longer silence only the end counts as quiet: what it says was said. */
    private static final long LONGEST_SILENCE = Duration.ofDays(56).toMinutes();

    private static final ValueStateDescriptor<SpikeState> STATE =
            new ValueStateDescriptor<>("spike", TypeInformation.of(SpikeState.class));
    private static final ValueStateDescriptor<SpikeEpisode> EPISODE =
            new ValueStateDescriptor<>("spike-episode", TypeInformation.of(SpikeEpisode.class));
    private static final ValueStateDescriptor<Alert> RAISED =
            new ValueStateDescriptor<>("spike-alert", TypeInformation.of(Alert.class));

    private final Sensitivity sensitivity;
    private final VerdictFeed verdicts;

    private transient ValueState<SpikeState> state;
    private transient ValueState<SpikeEpisode> episode;
    private transient ValueState<Alert> raised;

    /** @param sensitivity how rare a burst must be */
    public SpikeDetectFunction(Sensitivity sensitivity) {
        this(sensitivity, VerdictFeed.silent());
    }

    /**
     * @param sensitivity how rare a burst must be
     * @param verdicts move that for the keywords whose alerts were judged
     */
    public SpikeDetectFunction(Sensitivity sensitivity, VerdictFeed verdicts) {
        this.sensitivity = sensitivity;
        this.verdicts = verdicts;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(STATE);
        episode = getRuntimeContext().getState(EPISODE);
        raised = getRuntimeContext().getState(RAISED);
    }

    @Override
    public void processElement(KeywordWindow window, Context ctx, Collector<Alert> out) throws Exception {
        if (window.onTime()) {
            SpikeDetector detector = detector(window.keyword(), window.start().toEpochMilli());
            long minute = Math.floorDiv(window.start().toEpochMilli(), MINUTE);
            if (detector.row() == SpikeState.NONE || minute > detector.row()) {
                quietUntil(minute, detector, out);
                take(window, minute, detector, out);
                keep(detector, ctx);
            }
        }
    }

    private SpikeDetector detector(String keyword, long now) throws Exception {
        SpikeState before = state.value();
        double times = verdicts.current().factor(Alert.Kind.SPIKE, keyword, Instant.ofEpochMilli(now));
        return new SpikeDetector(MINUTES, sensitivity, times, before == null ? SpikeState.fresh(MINUTES) : before);
    }

    private void take(KeywordWindow window, long minute, SpikeDetector detector, Collector<Alert> out)
            throws Exception {
        boolean wentOn = detector.episode().goesOn();
        step(detector, minute, window.relevanceSum(), out);
        SpikeEpisode seen = (wentOn && episode.value() != null ? episode.value() : SpikeEpisode.fresh()).with(window);
        episode.update(seen);
        // Several posts by one author are no spike: the episode is told once enough others join.
        if (detector.episode().goesOn() && seen.authorCount() >= LEAST_AUTHORS) {
            Alert told = raised.value();
            Alert alert = SpikeAlert.open(window.keyword(), detector, seen, told);
            if (told == null) {
                out.collect(alert);
            }
            raised.update(alert);
        }
    }

    /** Nobody used the keyword in the minutes before. */
    private void quietUntil(long minute, SpikeDetector detector, Collector<Alert> out) throws Exception {
        if (detector.row() != SpikeState.NONE) {
            for (long at = Math.max(detector.row() + 1, minute - LONGEST_SILENCE); at < minute; at++) {
                step(detector, at, 0, out);
            }
        }
    }

    private void step(SpikeDetector detector, long minute, double relevance, Collector<Alert> out) throws Exception {
        SpikeReading reading = detector.next(minute, relevance);
        Alert alert = raised.value();
        if (reading.closed().goesOn() && alert != null) {
            out.collect(SpikeAlert.closed(alert, detector));
            raised.clear();
            episode.clear();
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        SpikeDetector detector = detector(ctx.getCurrentKey(), timestamp);
        quietUntil(Math.floorDiv(timestamp, MINUTE), detector, out);
        keep(detector, ctx);
    }

    private void keep(SpikeDetector detector, Context ctx) throws Exception {
        state.update(detector.state());
        if (detector.episode().goesOn()) {
            // The minute after the next: by then the next has been told if anyone posted in it.
            ctx.timerService().registerEventTimeTimer((detector.row() + 2) * MINUTE + MINUTE / 2);
        }
    }
}
