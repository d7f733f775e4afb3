package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert when a phrase that nobody tracks comes up in several relevant posts by different authors, clearly more
 * often than before. One alert a phrase a day; a phrase that falls silent is forgotten after {@link #MEMORY}.
 */
public final class EmergingPhraseFunction extends KeyedProcessFunction<String, PhraseUse, Alert>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    static final Duration MEMORY = Duration.ofDays(2);
    /** In event time: how long the stream is listened to before anything counts as new. */
    static final Duration WARM_UP = Duration.ofMinutes(30);

    static final int LEAST_AUTHORS = 5;
    private static final double CLEAR = 4.0;
    private static final double FORGET_PER_HOUR = 0.9;
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final int SHOWN = 5;
    private static final int SERIES = 24;

    private static final ValueStateDescriptor<PhraseState> PHRASE =
            new ValueStateDescriptor<>("phrase", TypeInformation.of(PhraseState.class));
    private static final ListStateDescriptor<Long> LISTENING = new ListStateDescriptor<>("listening-since", Types.LONG);

    private transient ValueState<PhraseState> phrase;

    @SuppressWarnings("NullAway.Init")
    private transient ListState<Long> listening;
    /** The event time since which this subtask has heard the stream without a long break; -1 before the first post. */
    private long since = -1;

    private long newest = -1;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        listening = context.getOperatorStateStore().getUnionListState(LISTENING);
        for (Long restored : listening.get()) {
            since = since < 0 ? restored : Math.min(since, restored);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        listening.update(since < 0 ? List.of() : List.of(since));
    }

    @Override
    public void open(OpenContext context) {
        phrase = getRuntimeContext().getState(PHRASE);
    }

    @Override
    public void processElement(PhraseUse use, Context ctx, Collector<Alert> out) throws Exception {
        long at = use.at().toEpochMilli();
        listen(at);
        PhraseState before = phrase.value();
        if (before == null) {
            before = new PhraseState(Map.of(), 0, Math.floorDiv(at, HOUR), 0, 0, List.of(), 0, List.of());
        }
        PhraseState now = count(roll(before, Math.floorDiv(at, HOUR)), use, at, at - since < WARM_UP.toMillis());
        if (isEmerging(now, at)) {
            out.collect(alert(use.phrase(), now, at));
            now = new PhraseState(
                    now.authors(),
                    now.usual(),
                    now.hour(),
                    now.count(),
                    at + DAY,
                    now.shown(),
                    now.sentimentSum(),
                    now.series());
        }
        phrase.update(now);
        ctx.timerService().registerEventTimeTimer((Math.floorDiv(at, HOUR) + 1) * HOUR + MEMORY.toMillis());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        PhraseState now = phrase.value();
        if (now != null && (now.hour() + 1) * HOUR + MEMORY.toMillis() <= timestamp) {
            phrase.clear();
        }
    }

    /** After a break of some hours nothing is known of what was usual just before: the warm-up begins again. */
    private void listen(long at) {
        if (since < 0 || at - newest > 6 * HOUR && newest >= 0) {
            since = at;
        }
        newest = Math.max(newest, at);
    }

    private static PhraseState roll(PhraseState state, long hour) {
        if (hour <= state.hour()) {
            return state;
        }
        long passed = hour - state.hour();
        double usual = (state.usual() * FORGET_PER_HOUR + state.count() * (1 - FORGET_PER_HOUR))
                * Math.pow(FORGET_PER_HOUR, passed - 1);
        List<Double> series = new ArrayList<>(state.series());
        series.add((double) state.count());
        for (long quiet = 1; quiet < Math.min(passed, SERIES); quiet++) {
            series.add(0.0);
        }
        List<Double> newest = List.copyOf(series.subList(Math.max(0, series.size() - SERIES), series.size()));
        return new PhraseState(state.authors(), usual, hour, 0, state.told(), List.of(), 0, newest);
    }

    /** Until the first hours are over, what was used in the warm-up is what is usual, reckoned up to an hour. */
    private static PhraseState count(PhraseState state, PhraseUse use, long at, boolean warmingUp) {
        Map<String, Long> authors = new HashMap<>(state.authors());
        authors.values().removeIf(last -> last < at - HOUR);
        if (authors.size() < PhraseState.MOST || authors.containsKey(use.author())) {
            authors.merge(use.author(), at, Math::max);
        }
        List<Alert.DrivingPost> shown = new ArrayList<>(state.shown());
        boolean newAuthor = shown.stream().noneMatch(post -> post.author().equals(use.author()));
        if (newAuthor && shown.size() < SHOWN) {
            shown.add(new Alert.DrivingPost(use.postKey(), use.author(), use.text(), use.url()));
        }
        return new PhraseState(
                authors,
                state.usual() + (warmingUp ? (double) HOUR / WARM_UP.toMillis() : 0),
                state.hour(),
                state.count() + 1,
                state.told(),
                shown,
                state.sentimentSum() + use.sentiment(),
                state.series());
    }

    private boolean isEmerging(PhraseState state, long at) {
        return at - since >= WARM_UP.toMillis()
                && at >= state.told()
                && state.authors().size() >= LEAST_AUTHORS
                && state.authors().size() >= CLEAR * (state.usual() + 0.5);
    }

    private static Alert alert(String phrase, PhraseState state, long at) {
        Instant opened = Instant.ofEpochSecond(Math.floorDiv(at, 1_000));
        List<Double> series = new ArrayList<>(state.series());
        series.add((double) state.count());
        String usual = state.usual() < 0.05
                ? "It was not seen before."
                : String.format(Locale.ROOT, "Usual is %.1f an hour.", state.usual());
        return new Alert(
                "emerging:" + phrase + ":" + opened.getEpochSecond() / 86_400 * 86_400,
                Alert.Kind.EMERGING,
                "info",
                phrase,
                "“" + phrase + "” comes up in posts that fit you",
                state.authors().size() + " authors used it within an hour in posts that fit what you write about. "
                        + usual + " Track it as a keyword, or mute it.",
                opened,
                null,
                state.authors().size(),
                state.usual(),
                1 - (state.usual() + 0.5) / state.authors().size(),
                series,
                state.shown(),
                List.of(),
                state.authors().size(),
                state.count() == 0 ? 0 : state.sentimentSum() / state.count());
    }
}
