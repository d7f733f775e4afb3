package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertGroupFunctionTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");

    @Test
    void keywordsThatSpikeOnTheSamePostsAreOneAlert() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            send(harness, spike("swift boxes", 2, 1, 8));
            send(harness, spike("swift", 2, 1, 10));
            pass(harness, 3);

            assertThat(harness.extractOutputValues()).singleElement().satisfies(alert -> {
                assertThat(alert.subject()).isEqualTo("swift boxes");
                assertThat(alert.title()).isEqualTo("“swift boxes” spikes, with “swift”");
                assertThat(alert.text()).endsWith(" On the same posts: “swift” spikes.");
            });

            send(harness, closed("swift boxes", 2, 20));
            pass(harness, 21);
            assertThat(harness.extractOutputValues()).hasSize(1);
            send(harness, closed("swift", 2, 30));
            pass(harness, 31);
            assertThat(harness.extractOutputValues()).hasSize(2);
            assertThat(harness.extractOutputValues().get(1).id())
                    .isEqualTo(harness.extractOutputValues().get(0).id());
            assertThat(harness.extractOutputValues().get(1).closed()).isEqualTo(minute(30));
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void keywordThatFollowsJoinsWhatGoesOn() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            send(harness, spike("swift", 2, 1, 10));
            pass(harness, 3);
            send(harness, spike("swift boxes", 9, 100, 110));
            send(harness, grown(spike("swift", 2, 98, 112), 9));
            pass(harness, 10);

            assertThat(harness.extractOutputValues())
                    .extracting(Alert::title)
                    .containsExactly("“swift” spikes", "“swift” spikes, with “swift boxes”");
            assertThat(harness.extractOutputValues()).extracting(Alert::id).containsOnly("spike:swift:2");
        }
    }

    @Test
    void otherPostsOrAnotherTimeAreAnotherAlert() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            send(harness, spike("swift", 2, 1, 10));
            send(harness, spike("rail", 2, 8, 20));
            send(harness, spike("swift boxes", 40, 1, 10));
            pass(harness, 41);

            assertThat(harness.extractOutputValues())
                    .extracting(Alert::subject)
                    .containsExactly("swift", "rail", "swift boxes");
        }
    }

    @Test
    void moodThatTurnsInASpikeIsPartOfIt() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            send(harness, raised(Alert.Kind.MOOD, "swift", 5, List.of(7L)));
            send(harness, spike("swift", 5, 1, 10));
            pass(harness, 6);

            assertThat(harness.extractOutputValues()).singleElement().satisfies(alert -> {
                assertThat(alert.kind()).isEqualTo(Alert.Kind.SPIKE);
                assertThat(alert.title()).isEqualTo("“swift” spikes; the mood turns");
            });
        }
    }

    @Test
    void spikeIsNewsAlsoAfterATurnOfMood() throws Exception {
        try (var harness = harness(VerdictFeed.silent(), null)) {
            send(harness, raised(Alert.Kind.MOOD, "swift", 2, List.of(7L)));
            pass(harness, 3);
            send(harness, spike("swift", 5, 1, 10));
            pass(harness, 6);

            assertThat(harness.extractOutputValues())
                    .extracting(Alert::kind)
                    .containsExactly(Alert.Kind.MOOD, Alert.Kind.SPIKE);
        }
    }

    @Test
    void whatIsSilencedSwallowsNothing() throws Exception {
        AlertSilences silences =
                AlertSilences.NONE.with(List.of(AlertSilencesTest.silence("swift boxes", START, 1, "")));
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
        try (var harness = harness(acts, null)) {
            send(harness, spike("swift boxes", 2, 1, 10));
            send(harness, spike("swift", 2, 1, 10));
            send(harness, closed("swift boxes", 2, 5));
            pass(harness, 6);

            assertThat(harness.extractOutputValues())
                    .extracting(Alert::title)
                    .containsExactly("“swift boxes” spikes", "“swift” spikes", "“swift boxes” spikes");
            assertThat(harness.extractOutputValues().get(2).closed()).isEqualTo(minute(5));
        }
    }

    @Test
    void orderOfArrivalAndARestartMakeNoDifference() throws Exception {
        List<Raised> all = new ArrayList<>(List.of(
                spike("swift", 2, 1, 10),
                spike("swift boxes", 2, 1, 10),
                spike("boxes", 2, 1, 12),
                raised(Alert.Kind.MOOD, "boxes", 2, List.of(1L, 2L, 3L))));
        List<Alert> expected = told(all, false);
        assertThat(expected)
                .singleElement()
                .satisfies(alert -> assertThat(alert.title())
                        .isEqualTo("“swift boxes” spikes, with “boxes” and “swift”; the mood turns"));
        Random random = new Random(3);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(all, random);
            assertThat(told(all, round % 2 == 0)).isEqualTo(expected);
        }
    }

    private static List<Alert> told(List<Raised> all, boolean restart) throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness(VerdictFeed.silent(), null)) {
            for (Raised raised : all.subList(0, 2)) {
                send(harness, raised);
            }
            snapshot = harness.snapshot(1, 1);
            if (!restart) {
                for (Raised raised : all.subList(2, all.size())) {
                    send(harness, raised);
                }
                pass(harness, 3);
                return harness.extractOutputValues();
            }
        }
        try (var harness = harness(VerdictFeed.silent(), snapshot)) {
            for (Raised raised : all.subList(2, all.size())) {
                send(harness, raised);
            }
            pass(harness, 3);
            return harness.extractOutputValues();
        }
    }

    private static Raised spike(String subject, int minute, long from, long to) {
        return raised(
                Alert.Kind.SPIKE,
                subject,
                minute,
                LongStream.range(from, to).boxed().toList());
    }

    private static Raised grown(Raised raised, int minute) {
        return new Raised(raised.alert(), minute(minute).toEpochMilli(), raised.posts(), false);
    }

    private static Raised closed(String subject, int opened, int minute) {
        Alert alert = spike(subject, opened, 0, 0).alert().closedAt(minute(minute));
        return new Raised(alert, minute(minute).toEpochMilli(), List.of(), true);
    }

    private static Raised raised(Alert.Kind kind, String subject, int minute, List<Long> posts) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        Alert alert = new Alert(
                name + ":" + subject + ":" + minute,
                kind,
                "warning",
                subject,
                kind == Alert.Kind.SPIKE ? "“" + subject + "” spikes" : "The mood turns",
                "It is high.",
                minute(minute),
                null,
                9,
                1,
                0.7,
                List.of(),
                List.of(),
                List.of(),
                5,
                0);
        return new Raised(alert, minute(minute).toEpochMilli(), posts, true);
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }

    private static void send(KeyedOneInputStreamOperatorTestHarness<Boolean, Raised, Alert> harness, Raised raised)
            throws Exception {
        harness.processElement(new StreamRecord<>(raised, raised.at()));
    }

    private static void pass(KeyedOneInputStreamOperatorTestHarness<Boolean, Raised, Alert> harness, int minute)
            throws Exception {
        harness.processWatermark(new Watermark(minute(minute).toEpochMilli()));
    }

    private static KeyedOneInputStreamOperatorTestHarness<Boolean, Raised, Alert> harness(
            VerdictFeed acts, @Nullable OperatorSubtaskState state) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<Boolean, Raised, Alert> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new AlertGroupFunction(acts)), raised -> true, Types.BOOLEAN);
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }
}
