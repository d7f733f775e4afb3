package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.listening.MinuteNews;
import dev.linnet.pipeline.spikes.Sensitivity;
import dev.linnet.pipeline.windows.KeywordMention;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertFunctionsTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");

    @Test
    void spikeIsToldOnceWithContextAndClosesByItself() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            quiet(harness, 0, 60);
            for (int minute = 60; minute < 64; minute++) {
                window(harness, minute, 10, 8);
            }
            assertThat(told(harness)).singleElement().satisfies(alert -> {
                assertThat(alert.opened())
                        .isBetween(START.plus(Duration.ofMinutes(60)), START.plus(Duration.ofMinutes(63)));
                assertThat(alert.id())
                        .isEqualTo("spike:swift boxes:" + alert.opened().getEpochSecond());
                assertThat(alert.title()).matches("“swift boxes” spikes: [0-9.]+ × the usual");
                assertThat(alert.text())
                        .contains("posts by")
                        .contains("authors on X, led by @ana")
                        .containsPattern("Nine times of ten it is at most [0-9.]+\\.")
                        .containsPattern("a burst as high comes once in [0-9]+ (hours|days|weeks)");
                assertThat(alert.series()).isNotEmpty();
                assertThat(alert.posts()).isNotEmpty();
                assertThat(alert.closed()).isNull();
            });

            for (int minute = 64; minute < 90; minute++) {
                harness.processWatermark(
                        new Watermark(START.plus(Duration.ofMinutes(minute)).toEpochMilli()));
            }

            assertThat(told(harness)).hasSize(2);
            assertThat(told(harness).get(1).closed()).isNotNull();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void oneBusyAuthorIsNoSpike() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            quiet(harness, 0, 60);
            for (int minute = 60; minute < 62; minute++) {
                window(harness, minute, 10, 1);
            }

            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void authorWhoFloodsAmongOthersIsNoSpike() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            for (int minute = 0; minute < 90; minute++) {
                window(harness, minute, minute < 80 ? 3 : 30, 3);
            }

            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void minuteWhosePostsWereAllEditedAwayIsQuiet() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            quiet(harness, 0, 60);
            window(harness, 60, 0, 0);

            assertThat(told(harness)).isEmpty();
        }
    }

    @Test
    void restartTellsTheSameAlertId() throws Exception {
        OperatorSubtaskState snapshot;
        String id;
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            quiet(harness, 0, 60);
            snapshot = harness.snapshot(1, 1);
            id = burst(harness);
        }
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), snapshot)) {
            assertThat(burst(harness)).isEqualTo(id);
        }
    }

    private static String burst(KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness)
            throws Exception {
        for (int minute = 60; minute < 64; minute++) {
            window(harness, minute, 10, 8);
        }
        assertThat(told(harness)).hasSize(1);
        return told(harness).get(0).id();
    }

    @Test
    void silenceIsQuietTimeAndNotMissing() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            for (int day = 0; day < 10; day++) {
                window(harness, day * 24 * 60, 1, 1);
            }
            for (int minute = 0; minute < 4; minute++) {
                window(harness, 9 * 24 * 60 + 60 + minute, 6, 6);
            }

            assertThat(told(harness))
                    .singleElement()
                    .satisfies(alert ->
                            assertThat(alert.opened()).isBefore(START.plus(Duration.ofMinutes(9 * 24 * 60 + 62))));
        }
    }

    @Test
    void episodeIsNotOverBecauseNobodyListened() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            quiet(harness, 0, 60);
            burst(harness);
            miss(harness, 64, 100);
            harness.processWatermark(new Watermark(minute(100).toEpochMilli()));
            assertThat(told(harness)).hasSize(1);

            for (int minute = 100; minute < 120; minute++) {
                harness.processWatermark(new Watermark(minute(minute).toEpochMilli()));
            }
            assertThat(told(harness)).hasSize(2);
            assertThat(told(harness).get(1).closed()).isAfter(minute(100));
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void whatIsToldLateOfAGapIsNoSpike() throws Exception {
        try (var harness = harness(new SpikeDetectFunction(Sensitivity.BALANCED), null)) {
            quiet(harness, 0, 60);
            miss(harness, 60, 100);
            for (int minute = 70; minute < 76; minute++) {
                window(harness, minute, 10, 8);
            }
            assertThat(told(harness)).isEmpty();

            for (int minute = 100; minute < 104; minute++) {
                window(harness, minute, 10, 8);
            }
            assertThat(told(harness)).hasSize(1);
        }
    }

    private static void miss(
            KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness, int from, int until)
            throws Exception {
        long first = minute(0).getEpochSecond() / 60;
        harness.processElement(
                new StreamRecord<>(MinuteNews.of("swift boxes", new Gap(first + from, first + from + 1))));
        harness.processElement(new StreamRecord<>(MinuteNews.of("swift boxes", new Gap(first + from, first + until))));
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    @Test
    void priorityKeywordIsToldAtOnceAndGrouped() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new PriorityAlertFunction()), KeywordMention::keyword, Types.STRING);
        try (harness) {
            harness.open();
            mention(harness, "1", "ana", 0);
            assertThat(harness.extractOutputValues()).hasSize(1);
            mention(harness, "2", "bo", 10);
            mention(harness, "2", "bo", 10);
            mention(harness, "3", "cleo", 20);
            assertThat(harness.extractOutputValues()).hasSize(1);

            harness.processWatermark(new Watermark(START.plusSeconds(60).toEpochMilli()));

            List<Alert> alerts = harness.extractOutputValues();
            assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
            assertThat(alerts.get(alerts.size() - 1).value()).isEqualTo(3);

            harness.processWatermark(
                    new Watermark(START.plus(Duration.ofDays(8)).toEpochMilli()));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
            alerts = harness.extractOutputValues();
            assertThat(alerts.get(alerts.size() - 1).closed()).isEqualTo(START.plus(Duration.ofHours(1)));
            assertThat(alerts).filteredOn(alert -> alert.closed() != null).hasSize(1);
        }
    }

    @Test
    void priorityAlertSaysWhatIsUsualWhereItWasUsedAndWhatCameWithIt() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new PriorityAlertFunction()), KeywordMention::keyword, Types.STRING);
        try (harness) {
            harness.open();
            for (int hour = 0; hour <= 48; hour += 2) {
                mention(harness, "bluesky:" + hour, "ana", hour * 3_600);
                harness.processWatermark(new Watermark(
                        START.plus(Duration.ofHours(hour + 1)).plusSeconds(60).toEpochMilli()));
            }

            List<Alert> alerts = harness.extractOutputValues();
            Alert last = alerts.get(alerts.size() - 1);
            assertThat(alerts.get(0).text())
                    .contains("What is usual is not known")
                    .contains("on Bluesky");
            assertThat(last.text())
                    .contains("1 post so far on Bluesky. Usually there are 0.5 in an hour, by the last 2 days.");
            assertThat(last.expected()).isEqualTo(0.5);
            assertThat(last.series()).hasSize(24).endsWith(0.0, 1.0);
            assertThat(last.words()).containsExactly("nest");
        }
    }

    @Test
    void priorityKeywordThatWasCalledNoiseRestsLonger() throws Exception {
        AlertVerdicts noise = verdicts(JournalEntry.Act.NOT_USEFUL, "priority:swift boxes:1");
        KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new PriorityAlertFunction(Duration.ofMinutes(30), () -> noise)),
                        KeywordMention::keyword,
                        Types.STRING);
        try (harness) {
            harness.open();
            mention(harness, "1", "ana", 0);
            harness.processWatermark(
                    new Watermark(START.plus(Duration.ofMinutes(59)).toEpochMilli()));
            assertThat(harness.extractOutputValues()).hasSize(1);
            harness.processWatermark(
                    new Watermark(START.plus(Duration.ofMinutes(60)).toEpochMilli()));
            assertThat(harness.extractOutputValues()).hasSize(2);
        }
    }

    @Test
    void backfilledUsesAreGroupedByTheirOwnTime() throws Exception {
        try (var harness = priority()) {
            mention(harness, "1", "ana", 0);
            harness.processWatermark(
                    new Watermark(START.plus(Duration.ofHours(12)).toEpochMilli()));
            assertThat(harness.extractOutputValues()).hasSize(2);

            mention(harness, "2", "bo", 5 * 3_600);
            advance(harness, 12, 1);
            mention(harness, "3", "cleo", 5 * 3_600 + 600);
            advance(harness, 12, 2);
            mention(harness, "4", "dan", 5 * 3_600 - 600);
            mention(harness, "3", "cleo", 5 * 3_600 + 600);
            mention(harness, "5", "eve", 1_800);
            advance(harness, 12, 3);

            Map<String, Alert> last = new LinkedHashMap<>();
            harness.extractOutputValues().forEach(alert -> last.put(alert.id(), alert));
            assertThat(last.values()).extracting(Alert::value).containsExactly(2.0, 3.0);
            assertThat(last.values())
                    .extracting(Alert::closed)
                    .containsExactly(START.plus(Duration.ofHours(1)), START.plus(Duration.ofHours(6)));
            advance(harness, 9 * 24, 0);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void useThatIsOlderThanADayWhenItComesRaisesNothing() throws Exception {
        try (var harness = priority()) {
            advance(harness, 48, 0);
            mention(harness, "1", "ana", 24 * 3_600 - 60);
            advance(harness, 48, 1);
            assertThat(harness.extractOutputValues()).isEmpty();

            mention(harness, "2", "ana", 24 * 3_600 + 60);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> priority() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new PriorityAlertFunction()), KeywordMention::keyword, Types.STRING);
        harness.open();
        return harness;
    }

    private static void advance(
            KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> harness, int hours, int seconds)
            throws Exception {
        harness.processWatermark(new Watermark(
                START.plus(Duration.ofHours(hours)).plusSeconds(seconds).toEpochMilli()));
    }

    @Test
    void verdictsMoveHowRareASpikeMustBe() throws Exception {
        String judged = "spike:swift boxes:" + (START.getEpochSecond() - 1);
        AlertVerdicts useful = verdicts(JournalEntry.Act.USEFUL, judged);
        AlertVerdicts noise = verdicts(JournalEntry.Act.NOT_USEFUL, judged);

        assertThat(spikes(20, VerdictFeed.silent())).isZero();
        assertThat(spikes(20, () -> useful)).isEqualTo(1);
        assertThat(spikes(30, VerdictFeed.silent())).isEqualTo(1);
        assertThat(spikes(30, () -> noise)).isZero();
        assertThat(spikes(60, () -> noise)).isEqualTo(1);
    }

    private static int spikes(int posts, VerdictFeed verdicts) throws Exception {
        try (var harness =
                harness(new SpikeDetectFunction(Set.of(Watched.RELEVANCE), Sensitivity.BALANCED, verdicts), null)) {
            quiet(harness, 0, 60);
            window(harness, 60, posts, posts);
            return told(harness).size();
        }
    }

    private static AlertVerdicts verdicts(JournalEntry.Act act, String id) {
        return AlertVerdicts.NONE.with(List.of(new JournalEntry(1, START, "ana", act, id, "", Map.of())));
    }

    @Test
    void budgetLetsNewsOfToldAlertsPass() throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Long, Alert, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AlertBudgetFunction(2)), AlertBudgetFunction::day, Types.LONG);
        try (harness) {
            harness.open();
            for (String subject : List.of("a", "b", "c", "a", "c", "b")) {
                harness.processElement(new StreamRecord<>(alert(subject)));
            }

            assertThat(harness.extractOutputValues()).extracting(Alert::subject).containsExactly("a", "b", "a", "b");
        }
    }

    @Test
    void whatIsSilencedTakesNoPlaceInTheBudget() throws Exception {
        AlertSilences silences =
                AlertSilences.NONE.with(List.of(AlertSilencesTest.silence("b", START.minusSeconds(60), 1, "")));
        VerdictFeed acts = new VerdictFeed() {
            @Override
            public AlertVerdicts current() {
                return AlertVerdicts.NONE;
            }

            @Override
            public AlertSilences silences() {
                return silences;
            }
        };
        KeyedOneInputStreamOperatorTestHarness<Long, Alert, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AlertBudgetFunction(2, acts)),
                        AlertBudgetFunction::day,
                        Types.LONG);
        try (harness) {
            harness.open();
            for (String subject : List.of("a", "b", "c", "d", "b")) {
                harness.processElement(new StreamRecord<>(alert(subject)));
            }

            assertThat(harness.extractOutputValues()).extracting(Alert::subject).containsExactly("a", "b", "c", "b");
        }
    }

    private static Alert alert(String subject) {
        return new Alert(
                "spike:" + subject,
                Alert.Kind.SPIKE,
                "info",
                subject,
                "t",
                "x",
                START,
                null,
                1,
                0,
                1,
                List.of(),
                List.of(),
                List.of(),
                1,
                0);
    }

    /** What opens or closes. */
    private static List<Alert> told(KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness) {
        return harness.extractOutputValues().stream()
                .filter(Raised::isNews)
                .map(Raised::alert)
                .toList();
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness(
            KeyedProcessFunction<String, MinuteNews, Raised> function, @Nullable OperatorSubtaskState state)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(function), MinuteNews::keyword, Types.STRING);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void quiet(
            KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness, int from, int to)
            throws Exception {
        for (int minute = from; minute < to; minute += 3) {
            window(harness, minute, 1, 1);
        }
    }

    private static void window(
            KeyedOneInputStreamOperatorTestHarness<String, MinuteNews, Raised> harness,
            int minute,
            int posts,
            int authors)
            throws Exception {
        Instant start = START.plus(Duration.ofMinutes(minute));
        List<Alert.DrivingPost> top = List.of(new Alert.DrivingPost("x:" + minute, "ana", "text", "url"));
        KeywordWindow window = new KeywordWindow(
                "swift boxes",
                start,
                posts,
                authors,
                posts * 0.8,
                0.2,
                true,
                top,
                List.of(0.2),
                List.of("nest"),
                List.of());
        harness.processElement(new StreamRecord<>(MinuteNews.of(window)));
        harness.processWatermark(new Watermark(start.plusSeconds(60).toEpochMilli()));
    }

    private static void mention(
            KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, Alert> harness,
            String key,
            String author,
            int second)
            throws Exception {
        harness.processElement(new StreamRecord<>(new KeywordMention(
                "swift boxes",
                true,
                key,
                author,
                START.plusSeconds(second),
                0.8,
                0,
                "text",
                "url",
                List.of("nest"),
                false)));
    }
}
