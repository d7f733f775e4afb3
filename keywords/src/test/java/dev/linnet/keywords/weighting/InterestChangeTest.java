package dev.linnet.keywords.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InterestChangeTest {
    private final InterestChange change = new InterestChange();

    @Test
    void stretchOfUnexpectedRejectionsIsNoticed() {
        int noticed = 0;
        for (int i = 0; i < 40; i++) {
            noticed += change.hear(0.7, i % 10 < 3) ? 1 : 0;
        }
        assertThat(noticed).isEqualTo(1);
    }

    @Test
    void predictionsThatComeTrueRaiseNothing() {
        Random random = new Random(4);
        int noticed = 0;
        for (int i = 0; i < 300; i++) {
            double predicted = random.nextDouble();
            noticed += change.hear(predicted, random.nextDouble() < predicted) ? 1 : 0;
        }
        assertThat(noticed).isLessThanOrEqualTo(1);
    }

    @Test
    void moreApprovalsThanExpectedAreNoChange() {
        for (int i = 0; i < 100; i++) {
            assertThat(change.hear(0.2, true)).isFalse();
        }
    }

    @Test
    void nothingIsSaidOfTheFirstDecisions() {
        for (int i = 0; i < InterestChange.STRETCH - 1; i++) {
            assertThat(change.hear(0.9, false)).isFalse();
        }
        assertThat(change.hear(0.9, false)).isTrue();
    }
}
