package dev.linnet.pipeline.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class KeywordWindowFunctionTest {
    private static final Instant NINE = Instant.parse("2026-11-01T09:00:00Z");

    @Test
    void minuteIsToldWhenTheWatermarkPassesIt() throws Exception {
        try (var harness = harness()) {
            send(harness, mention("1", "ana", 10, 0.8));
            send(harness, mention("2", "bo", 20, 0.6));
            assertThat(told(harness)).isEmpty();

            pass(harness, 60);

            assertThat(told(harness)).singleElement().satisfies(window -> {
                assertThat(window.posts()).isEqualTo(2);
                assertThat(window.authors()).isEqualTo(2);
                assertThat(window.relevanceSum()).isEqualTo(1.4);
                assertThat(window.onTime()).isTrue();
            });
        }
    }

    @Test
    void sampleIsTheSameForKeywordsOnTheSamePostsAndBounded() throws Exception {
        List<KeywordMention> mentions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            mentions.add(mention("" + i, "author" + i % 7, 10, i / 40.0));
        }
        KeywordWindow all = only(mentions);
        Collections.reverse(mentions);

        assertThat(all.sample())
                .hasSize(KeywordWindow.SAMPLE)
                .isEqualTo(only(mentions).sample());
        assertThat(all.sample()).extracting(Voice::post).doesNotHaveDuplicates().isSorted();
        assertThat(all.topMoods()).hasSize(KeywordWindow.TOP).containsOnly(0.1);
    }

    private static KeywordWindow only(List<KeywordMention> mentions) throws Exception {
        try (var harness = harness()) {
            for (KeywordMention mention : mentions) {
                send(harness, mention);
            }
            pass(harness, 60);
            assertThat(told(harness)).hasSize(1);
            return told(harness).get(0);
        }
    }

    @Test
    void latePostAndDeletionCorrectTheMinute() throws Exception {
        try (var harness = harness()) {
            send(harness, mention("1", "ana", 10, 0.8));
            pass(harness, 60);
            send(harness, mention("2", "bo", 20, 0.6));
            pass(harness, 61);
            send(harness, gone("1", 10));
            pass(harness, 62);

            assertThat(told(harness)).extracting(KeywordWindow::posts).containsExactly(1L, 2L, 1L);
            assertThat(told(harness)).extracting(KeywordWindow::onTime).containsExactly(true, false, false);
        }
    }

    @Test
    void minutesThatEndAtOnceAreToldInTheirOrderAndEachOnce() throws Exception {
        try (var harness = harness()) {
            send(harness, mention("2", "bo", 70, 0.6));
            send(harness, mention("1", "ana", 10, 0.8));
            send(harness, mention("3", "cy", 20, 0.5));
            pass(harness, 600);
            pass(harness, 660);

            assertThat(told(harness)).extracting(KeywordWindow::start).containsExactly(NINE, NINE.plusSeconds(60));
            assertThat(told(harness)).extracting(KeywordWindow::posts).containsExactly(2L, 1L);
        }
    }

    @Test
    void samePostAgainCountsOnceWithItsNewestScore() throws Exception {
        try (var harness = harness()) {
            send(harness, mention("1", "ana", 10, 0.2));
            send(harness, mention("1", "ana", 10, 0.9));
            pass(harness, 60);

            assertThat(told(harness)).singleElement().satisfies(window -> {
                assertThat(window.posts()).isEqualTo(1);
                assertThat(window.relevanceSum()).isEqualTo(0.9);
            });
        }
    }

    @Test
    void lastResultOfAMinuteDoesNotDependOnOrder() throws Exception {
        List<KeywordMention> mentions = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            mentions.add(mention("" + i, "author" + i % 7, i * 5, random.nextDouble()));
        }
        Map<Instant, List<Object>> expected = lastResults(mentions);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(mentions, random);
            assertThat(lastResults(mentions)).isEqualTo(expected);
        }
    }

    @Test
    void stateAndTimersReturnToZero() throws Exception {
        try (var harness = harness()) {
            for (int i = 0; i < 50; i++) {
                send(harness, mention("" + i, "ana", i * 7, 0.5));
            }
            assertThat(harness.numKeyedStateEntries()).isPositive();

            pass(harness, (int)
                    KeywordWindowFunction.LATENESS.plus(Duration.ofMinutes(10)).toSeconds());

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static Map<Instant, List<Object>> lastResults(List<KeywordMention> mentions) throws Exception {
        Map<Instant, List<Object>> last = new HashMap<>();
        try (var harness = harness()) {
            int sent = 0;
            for (KeywordMention mention : mentions) {
                send(harness, mention);
                if (++sent == 30) {
                    pass(harness, 200); // half of them come late
                }
            }
            pass(harness, 400);
            for (KeywordWindow window : told(harness)) {
                last.put(
                        window.start(),
                        List.of(window.posts(), window.authors(), window.relevanceSum(), window.sentimentMean()));
            }
        }
        return last;
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, KeywordWindow> harness()
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, KeywordWindow> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new KeywordWindowFunction()), KeywordMention::keyword, Types.STRING);
        harness.open();
        return harness;
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, KeywordWindow> harness,
            KeywordMention mention)
            throws Exception {
        harness.processElement(new StreamRecord<>(mention, mention.at().toEpochMilli()));
    }

    private static void pass(
            KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, KeywordWindow> harness, int seconds)
            throws Exception {
        harness.processWatermark(new Watermark(NINE.plusSeconds(seconds).toEpochMilli()));
    }

    private static List<KeywordWindow> told(
            KeyedOneInputStreamOperatorTestHarness<String, KeywordMention, KeywordWindow> harness) {
        return harness.extractOutputValues();
    }

    private static KeywordMention mention(String key, String author, int second, double relevance) {
        return new KeywordMention(
                "swift boxes",
                false,
                key,
                author,
                NINE.plusSeconds(second),
                relevance,
                0.1,
                "text",
                "url",
                List.of("school yard"),
                false);
    }

    private static KeywordMention gone(String key, int second) {
        return new KeywordMention(
                "swift boxes", false, key, "", NINE.plusSeconds(second), 0, 0, "", "", List.of(), true);
    }
}
