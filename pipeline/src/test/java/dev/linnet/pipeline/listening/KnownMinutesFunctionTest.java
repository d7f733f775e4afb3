package dev.linnet.pipeline.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.windows.KeywordWindow;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Gaps of the stream, and how they come between a keyword's minutes. */
class KnownMinutesFunctionTest {
    private static final long MINUTE = 60_000;
    private static final long START = 29_000_000;

    @Test
    void gapIsToldWithTheWatermarkThatLeapsOverIt() throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<Boolean, Long, Gap> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new GapFunction()), minute -> true, Types.BOOLEAN)) {
            harness.open();
            for (int minute = 0; minute < 100; minute++) {
                harness.processElement(new StreamRecord<>(START + minute));
                harness.processWatermark(new Watermark((START + minute) * MINUTE));
            }
            harness.processElement(new StreamRecord<>(START + 150));
            harness.processWatermark(new Watermark((START + 150) * MINUTE - 20_000));
            assertThat(harness.extractOutputValues()).containsExactly(new Gap(START + 100, START + 149));

            harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(harness.extractOutputValues()).endsWith(new Gap(START + 100, START + 150));
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void minuteWaitsForTheGapsBeforeIt() throws Exception {
        try (var harness = new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(new KnownMinutesFunction(), List.of(KnownMinutesFunction.BROADCAST)),
                KeywordWindow::keyword,
                Types.STRING,
                1,
                1,
                0)) {
            harness.open();
            harness.processElement(new StreamRecord<>(window(0)));
            harness.processElement(new StreamRecord<>(window(20)));
            harness.processWatermark(new Watermark((START + 21) * MINUTE));
            assertThat(harness.extractOutputValues()).isEmpty();

            Gap gap = new Gap(START + 1, START + 20);
            harness.processBroadcastElement(new StreamRecord<>(gap));
            harness.processBroadcastWatermark(new Watermark((START + 21) * MINUTE));

            assertThat(harness.extractOutputValues())
                    .containsExactly(
                            MinuteNews.of("swift boxes", gap), MinuteNews.of(window(0)), MinuteNews.of(window(20)));
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    private static KeywordWindow window(int minute) {
        Instant start = Instant.ofEpochSecond((START + minute) * 60);
        return new KeywordWindow("swift boxes", start, 1, 1, 0.8, 0, true, List.of(), List.of(), List.of(), List.of());
    }
}
