package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.pipeline.windows.Voice;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoodTurnFunctionTest {
    private static final Instant START = Instant.parse("2026-11-02T15:00:00Z");
    private static final int DAY = 24 * 60;

    @Test
    void turnIsToldOnceInPlainWordsAndEndsWhenNobodySpeaks() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            usual(harness);
            for (int i = 0; i < 20; i++) {
                post(harness, 20 * DAY + i, -0.7);
            }
            Alert alert = only(harness);
            assertThat(alert.kind()).isEqualTo(Alert.Kind.MOOD);
            assertThat(alert.id())
                    .isEqualTo("mood:swift boxes:" + alert.opened().getEpochSecond());
            assertThat(alert.title())
                    .matches(
                            "The mood on “swift boxes” turns: usually mildly positive \\(\\+0\\.3\\), now mildly negative \\(−0\\.\\d\\)");
            assertThat(alert.text())
                    .containsPattern("by the last 6 authors, since Sunday 1[34]:00 UTC, on X, led by @author\\d+\\.")
                    .containsPattern("a swing as far comes once in [0-9a-z]+ (weeks|months|years)");
            assertThat(alert.severity()).isEqualTo("warning");
            assertThat(alert.posts()).isNotEmpty().allMatch(post -> post.text().equals("leaks (-0.7)"));
            assertThat(alert.words()).containsExactly("roof");
            assertThat(alert.value()).isBetween(-0.7, -0.2);
            assertThat(alert.expected()).isBetween(0.25, 0.35);
            assertThat(alert.series()).hasSizeGreaterThan(10);

            harness.processWatermark(new Watermark(minute(20 * DAY + 13 * 60).toEpochMilli()));

            assertThat(told(harness)).hasSize(2);
            assertThat(told(harness).get(1).id()).isEqualTo(alert.id());
            assertThat(told(harness).get(1).closed()).isBetween(minute(20 * DAY + 12 * 60), minute(20 * DAY + 13 * 60));
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void turnIsOverWhenTheMoodIsBack() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            usual(harness);
            for (int i = 0; i < 40; i++) {
                post(harness, 20 * DAY + i, i < 8 ? -0.7 : 0.4);
            }

            assertThat(told(harness)).extracting(Alert::id).hasSize(2);
            assertThat(told(harness).get(1).closed()).isBefore(minute(20 * DAY + 40));
        }
    }

    @Test
    void restartTellsTheSameAlert() throws Exception {
        OperatorSubtaskState snapshot;
        Alert told;
        try (var harness = harness(VerdictFeed.silent(), null)) {
            usual(harness);
            snapshot = harness.snapshot(1, 1);
            turn(harness);
            told = only(harness);
        }
        try (var harness = harness(VerdictFeed.silent(), snapshot)) {
            turn(harness);
            assertThat(only(harness)).isEqualTo(told);
        }
    }

    @Test
    void whatIsToldLateOfAGapIsNoTurn() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            usual(harness);
            long first = minute(20 * DAY).getEpochSecond() / 60;
            harness.processElement(new StreamRecord<>(MinuteNews.of("swift boxes", new Gap(first, first + 60))));
            turn(harness);

            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void whatWasCalledNoiseMustBeRarer() throws Exception {
        JournalEntry noise = new JournalEntry(
                1,
                START,
                "ana",
                JournalEntry.Act.NOT_USEFUL,
                "mood:swift boxes:" + (START.getEpochSecond() - 1),
                "",
                Map.of());
        AlertVerdicts verdicts = AlertVerdicts.NONE.with(List.of(noise));
        try (var usual = harness(VerdictFeed.silent(), null);
                var judged = harness(() -> verdicts, null)) {
            usual(usual);
            usual(judged);
            turn(usual);
            turn(judged);

            assertThat(only(usual).opened()).isBefore(only(judged).opened());
        }
    }

    private static void usual(KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness)
            throws Exception {
        for (int i = 0; i < 20 * DAY; i += 60) {
            post(harness, i, 0.3 + (i / 60 % 7 - 3) * 0.2);
        }
    }

    private static void turn(KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness)
            throws Exception {
        for (int i = 0; i < 40; i++) {
            post(harness, 20 * DAY + i, -0.4);
        }
    }

    private static Alert only(KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness) {
        assertThat(told(harness)).hasSize(1);
        return told(harness).get(0);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static void post(
            KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness, int minute, double sentiment)
            throws Exception {
        Alert.DrivingPost post =
                new Alert.DrivingPost("x:" + minute, "author" + minute, "leaks (" + sentiment + ")", "url");
        KeywordWindow window = new KeywordWindow(
                "swift boxes",
                minute(minute),
                1,
                1,
                0.8,
                sentiment,
                true,
                List.of(post),
                List.of(sentiment),
                List.of("roof"),
                List.of(new Voice(minute, minute, sentiment)));
        harness.processElement(new StreamRecord<>(MinuteNews.of(window)));
        harness.processWatermark(new Watermark(minute(minute + 1).toEpochMilli()));
    }

    /** What opens or closes. */
    private static List<Alert> told(KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness) {
        return harness.extractOutputValues().stream()
                .filter(Raised::isNews)
                .map(Raised::alert)
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness(
            VerdictFeed verdicts, @Nullable OperatorSubtaskState state) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new MoodTurnFunction(Sensitivity.BALANCED, verdicts)),
                        MinuteNews::keyword,
                        Types.STRING);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }
}
