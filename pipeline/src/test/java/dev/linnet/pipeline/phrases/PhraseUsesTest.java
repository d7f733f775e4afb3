package dev.linnet.pipeline.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhraseUsesTest {
    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
    private static final long KEY = 0x1234_5678_9ABC_DEF0L;

    private final PhraseUses uses = new PhraseUses(PhraseUsage.none());
    private final Random random = new Random(5);

    @Test
    void usesAreNeverToldTooLowAndSeldomTooHighByMoreThanOneInFiveThousand() {
        int posts = 20_000;
        long[] phrases = new long[200];
        for (int i = 0; i < posts; i++) {
            long[] keys = random.longs(20).toArray();
            if (i % 100 == 0) {
                phrases[i / 100] = keys[0];
            }
            keys[1] = i % 400 == 0 ? KEY : keys[1];
            uses.add(keys, 1, START);
        }

        assertThat(uses.posts()).isCloseTo(posts, within(0.01));
        assertThat(uses.of(KEY)).isBetween(50 - 0.01, 50 + posts / 5_000.0);
        int high = 0;
        for (long phrase : phrases) {
            assertThat(uses.of(phrase)).isGreaterThan(0.99);
            high += uses.of(phrase) > 1 + posts / 5_000.0 ? 1 : 0;
        }
        assertThat(high).isLessThan(phrases.length / 20);
    }

    @Test
    void oldUsesCountHalfAfterAWeek() {
        uses.add(new long[] {KEY}, 8, START);
        uses.add(new long[] {1}, 1, START.plus(Duration.ofDays(7)));

        assertThat(uses.of(KEY)).isCloseTo(4, within(1e-6));
        assertThat(uses.posts()).isCloseTo(5, within(1e-6));
    }

    @Test
    void manyWeeksLaterCountsStillHold() {
        uses.add(new long[] {KEY}, 1, START);
        for (int week = 1; week <= 100; week++) {
            uses.add(new long[] {KEY}, 1, START.plus(Duration.ofDays(7L * week)));
        }

        assertThat(uses.of(KEY)).isCloseTo(2, within(1e-3));
    }

    @Test
    void goesOnFromWhatItKept() {
        uses.add(new long[] {KEY}, 3, START);
        PhraseUses restored = new PhraseUses(uses.usage());
        restored.add(new long[] {KEY}, 1, START);

        assertThat(restored.of(KEY)).isCloseTo(4, within(1e-6));
    }
}
