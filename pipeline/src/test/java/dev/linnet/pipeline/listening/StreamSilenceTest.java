package dev.linnet.pipeline.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamSilenceTest {
    private static final long START = 29_000_000;

    @Test
    void silenceOfABusyStreamIsAGap() {
        StreamSilence silence = heard(120, 1);

        silence.hear(START + 140);
        assertThat(silence.close(START + 141)).containsExactly(new Gap(START + 120, START + 140));
        assertThat(silence.close(START + 142)).isEmpty();
    }

    @Test
    void gapIsToldAsFarAsMinutesAreOver() {
        StreamSilence silence = heard(120, 1);

        silence.hear(START + 140);
        assertThat(silence.close(START + 139)).containsExactly(new Gap(START + 120, START + 139));
        silence.hear(START + 139);
        assertThat(silence.close(START + 141)).containsExactly(new Gap(START + 120, START + 139));
    }

    @Test
    void silenceOfAQuietStreamIsNoGap() {
        StreamSilence silence = heard(900, 12);

        silence.hear(START + 908);
        assertThat(silence.close(START + 909)).isEmpty();
        silence.hear(START + 970);
        assertThat(silence.close(START + 971)).hasSize(1);
    }

    @Test
    void nothingIsToldBeforeTheStreamIsKnown() {
        StreamSilence silence = heard(30, 1);

        silence.hear(START + 500);
        assertThat(silence.close(START + 501)).isEmpty();
    }

    @Test
    void endOfTheStreamIsNoGap() {
        assertThat(heard(120, 1).close(Long.MAX_VALUE / 60_000)).isEmpty();
    }

    @Test
    void whatComesLateMakesNothingKnown() {
        StreamSilence silence = heard(120, 1);
        silence.hear(START + 140);
        silence.close(START + 141);

        assertThat(silence.hear(START + 130)).isFalse();
        assertThat(silence.close(START + 142)).isEmpty();
    }

    @Test
    void chanceMakesHardlyAGap() {
        int gaps = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StreamSilence silence = new StreamSilence(Listening.fresh());
            for (int minute = 0; minute < 7 * 24 * 60; minute++) {
                if (random.nextDouble() < 0.4) {
                    silence.hear(START + minute);
                    gaps += silence.close(START + minute + 1).size();
                }
            }
        }
        assertThat(gaps).isLessThanOrEqualTo(3);
    }

    @Test
    void goesOnFromItsState() {
        StreamSilence whole = heard(300, 3);
        List<Gap> gaps = new ArrayList<>();
        StreamSilence restored = new StreamSilence(heard(300, 3).state());
        for (StreamSilence silence : List.of(whole, restored)) {
            silence.hear(START + 600);
            gaps.addAll(silence.close(START + 601));
        }
        assertThat(gaps.subList(0, gaps.size() / 2)).isEqualTo(gaps.subList(gaps.size() / 2, gaps.size()));
    }

    /** A stream with a record in each so-manieth minute. */
    private static StreamSilence heard(int minutes, int every) {
        StreamSilence silence = new StreamSilence(Listening.fresh());
        for (int minute = 0; minute <= minutes - 1; minute += every) {
            silence.hear(START + minute);
            assertThat(silence.close(START + minute + 1)).isEmpty();
        }
        return silence;
    }
}
