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
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Raises an alert when a phrase that nobody tracks comes up in several relevant posts by different authors, far more often than
 * its share of what was said before.
 *
 * <p>A phrase's uses in the last {@link #WINDOW} are compared with what its earlier share of all uses would give: when
 * everything is talked of more, as in a burst, no phrase stands out by that. How surprising a count is, is the logarithm of the
 * Poisson tail's Chernoff bound; {@link #SURPRISE} leaves room for tens of thousands of phrases looked at. One alert a phrase a
 * day; a phrase that falls silent is forgotten after {@link #MEMORY}.
 */
public final class EmergingPhraseFunction extends KeyedProcessFunction<String, PhraseUse, Alert>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    /** In event time. */
    static final Duration MEMORY = Duration.ofDays(2);
    /** In event time: the stretch in which a phrase has to come up. */
    static final Duration WINDOW = Duration.ofMillis(UseVolume.WINDOW_BUCKETS * UseVolume.BUCKET_MILLIS);
    /** In event time: how long the stream is listened to before anything counts as new. */
    static final Duration WARM_UP = Duration.ofMinutes(45);

    static final int LEAST_AUTHORS = 5;
    /** Natural logarithm of one in 1.2 million. */
    private static final double SURPRISE = 14;

    /** What an unseen phrase is taken to have been used before, and out of how many uses: keeps first counts modest. */
    private static final double PRIOR_USES = 1;

    private static final double PRIOR_VOLUME = 20;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long LONG_BREAK = Duration.ofHours(6).toMillis();
    private static final int SHOWN = 5;

    private static final ValueStateDescriptor<PhraseState> PHRASE =
            new ValueStateDescriptor<>("phrase", TypeInformation.of(PhraseState.class));
    private static final ListStateDescriptor<Listening> LISTENING =
            new ListStateDescriptor<>("listening", TypeInformation.of(Listening.class));

    private transient ValueState<PhraseState> phrase;

    @SuppressWarnings("NullAway.Init")
    private transient ListState<Listening> kept;

    @SuppressWarnings("NullAway.Init")
    private transient Listening listening;

    /**
     * What a subtask has heard of the stream: all phrases that fall to it.
     *
     * @param since event time since which there was no long break, milliseconds since 1970; −1 before the first use
     * @param newest the newest event time
     * @param volume uses of all phrases
     */
    public record Listening(long since, long newest, UseVolume volume) {
        static final Listening NEVER = new Listening(-1, -1, UseVolume.none());

        /** After a break of hours nothing is known of what was usual just before: the warm-up begins again. */
        Listening hear(long at) {
            boolean anew = since < 0 || at - newest > LONG_BREAK;
            UseVolume next = (anew ? UseVolume.none() : volume).at(at).plusOne();
            return new Listening(anew ? at : since, Math.max(newest, at), next);
        }
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        kept = context.getOperatorStateStore().getListState(LISTENING);
        listening = Listening.NEVER;
        for (Listening restored : kept.get()) {
            listening = restored;
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        kept.update(List.of(listening));
    }

    @Override
    public void open(OpenContext context) {
        phrase = getRuntimeContext().getState(PHRASE);
    }

    @Override
    public void processElement(PhraseUse use, Context ctx, Collector<Alert> out) throws Exception {
        long at = use.at().toEpochMilli();
        listening = listening.hear(at);
        PhraseState now = count(phrase.value() == null ? PhraseState.fresh() : phrase.value(), use, at);
        double expected = expected(now.volume(), listening.volume().at(at));
        if (isWarm(at) && at >= now.told() && stands(now, expected)) {
            out.collect(alert(use.phrase(), now, expected, at));
            now = new PhraseState(now.authors(), now.volume(), at + DAY, now.shown(), now.moods());
        }
        phrase.update(now);
        ctx.timerService().registerEventTimeTimer(forgetAt(now));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext ctx, Collector<Alert> out) throws Exception {
        PhraseState now = phrase.value();
        if (now != null && forgetAt(now) <= timestamp) {
            phrase.clear();
        }
    }

    private static long forgetAt(PhraseState state) {
        return (state.volume().bucket() + 1) * UseVolume.BUCKET_MILLIS + MEMORY.toMillis();
    }

    private boolean isWarm(long at) {
        return at - listening.since() >= WARM_UP.toMillis();
    }

    private static PhraseState count(PhraseState state, PhraseUse use, long at) {
        UseVolume volume = state.volume().at(at).plusOne();
        Map<String, Long> authors = new HashMap<>(state.authors());
        authors.values().removeIf(last -> last < volume.windowStart());
        if (authors.size() < PhraseState.MOST || authors.containsKey(use.author())) {
            authors.merge(use.author(), at, Math::max);
        }
        List<Alert.DrivingPost> shown = new ArrayList<>();
        List<Double> moods = new ArrayList<>();
        for (int i = 0; i < state.shown().size(); i++) {
            Alert.DrivingPost post = state.shown().get(i);
            if (authors.containsKey(post.author()) && !post.author().equals(use.author())) {
                shown.add(post);
                moods.add(state.moods().get(i));
            }
        }
        if (shown.size() < SHOWN) {
            shown.add(new Alert.DrivingPost(use.postKey(), use.author(), use.text(), use.url()));
            moods.add(use.sentiment());
        }
        return new PhraseState(authors, volume, state.told(), shown, moods);
    }

    /** How many uses in the window the phrase's earlier share would give. */
    private static double expected(UseVolume phrase, UseVolume all) {
        double share = (phrase.past() + PRIOR_USES) / (all.past() + PRIOR_VOLUME);
        return share * Math.max(all.window(), 1);
    }

    /** Different authors count, not uses: one busy account makes nothing emerge. */
    private static boolean stands(PhraseState state, double expected) {
        int authors = state.authors().size();
        return authors >= LEAST_AUTHORS
                && authors > expected
                && authors * Math.log(authors / expected) - (authors - expected) >= SURPRISE;
    }

    private static Alert alert(String phrase, PhraseState state, double expected, long at) {
        Instant opened = Instant.ofEpochMilli(at);
        List<Double> series = new ArrayList<>();
        for (double count : state.volume().recent()) {
            series.add(count);
        }
        int authors = state.authors().size();
        String usual = state.volume().past() < 0.5
                ? "It was not seen before."
                : String.format(Locale.ROOT, "By its share so far there would be %.1f.", expected);
        return new Alert(
                "emerging:" + phrase + ":" + Math.floorDiv(at, DAY) * (DAY / 1_000),
                Alert.Kind.EMERGING,
                "info",
                phrase,
                "“" + phrase + "” comes up in posts that fit you",
                authors + " authors used it within " + WINDOW.toMinutes()
                        + " minutes, in posts that fit what you write about. " + usual
                        + " Track it as a keyword, or mute it.",
                opened,
                null,
                authors,
                expected,
                1 - expected / authors,
                series,
                state.shown(),
                List.of(),
                authors,
                state.moods().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0));
    }
}
