package dev.linnet.keywords.mining.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void secondsAndDatesAreObeyed() {
        assertThat(RetryAfter.read("30", NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 08:00:45 GMT", NOW)).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void whatIsPastAsksForNoWait() {
        assertThat(RetryAfter.read("-5", NOW)).isZero();
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 07:00:00 GMT", NOW)).isZero();
    }

    @Test
    void silenceIsAShortWaitAndNonsenseIsNone() {
        assertThat(RetryAfter.read(null, NOW)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryAfter.read("soon", NOW)).isNull();
        assertThat(RetryAfter.read("99999999999999999999", NOW)).isNull();
    }
}
