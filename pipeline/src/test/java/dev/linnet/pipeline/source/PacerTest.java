package dev.linnet.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long BEGUN = 5_000_000_000L;
    private static final long RECORDED = 1_772_352_000_000L;

    private final Pacer pacer = new Pacer(2);

    /** When a record is due, in milliseconds since the first. */
    private long due(long recordMillis) {
        return TimeUnit.NANOSECONDS.toMillis(pacer.dueNanos(recordMillis, BEGUN) - BEGUN);
    }

    @Test
    void recordsAreDueAtTheMultipleOfTheirOwnSpeed() {
        assertThat(due(RECORDED)).isZero();
        assertThat(due(RECORDED + 1_000)).isEqualTo(500);
        assertThat(due(RECORDED + 30_000)).isEqualTo(15_000);
    }

    @Test
    void recordWithoutTimeIsDueWithTheOneBefore() {
        due(RECORDED);
        due(RECORDED + 1_000);

        assertThat(due(-1)).isEqualTo(500);
        assertThat(due(RECORDED + 2_000)).isEqualTo(1_000);
    }

    @Test
    void earlierRecordIsDueWithTheOneBefore() {
        due(RECORDED);
        due(RECORDED + 10_000);

        assertThat(due(RECORDED + 4_000)).isEqualTo(5_000);
        assertThat(due(RECORDED + 12_000)).isEqualTo(6_000);
    }

    @Test
    void longGapIsPassedOver() {
        due(RECORDED);

        assertThat(due(RECORDED + 3_600_000)).isZero();
        assertThat(due(RECORDED + 3_601_000)).isEqualTo(500);
    }

    @Test
    void oneRecordFromThePastDoesNotSetTheClockBack() {
        due(RECORDED);
        due(RECORDED - 3_600_000);

        assertThat(due(RECORDED + 1_000)).isEqualTo(500);
    }

    @Test
    void recordingThatBeginsAnewIsPlayedOn() {
        due(RECORDED);
        due(RECORDED + 10_000);
        for (int i = 0; i < 3; i++) {
            assertThat(due(RECORDED - 3_600_000)).isEqualTo(5_000);
        }

        assertThat(due(RECORDED - 3_599_000)).isEqualTo(5_500);
    }
}
