package dev.linnet.review.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN);

    @Test
    void nightReachesOverMidnight() {
        assertThat(isQuiet(night, "2026-01-10T20:59:59Z")).isFalse();
        assertThat(isQuiet(night, "2026-01-10T21:00:00Z")).isTrue();
        assertThat(isQuiet(night, "2026-01-11T05:59:59Z")).isTrue();
        assertThat(isQuiet(night, "2026-01-11T06:00:00Z")).isFalse();
        assertThat(night.latest(Instant.parse("2026-01-11T12:00:00Z")))
                .isEqualTo(new QuietHours.Span(
                        Instant.parse("2026-01-10T21:00:00Z"), Instant.parse("2026-01-11T06:00:00Z")));
    }

    @Test
    void hoursOfOneDayStayInIt() {
        QuietHours lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0), BERLIN);
        assertThat(isQuiet(lunch, "2026-01-10T11:30:00Z")).isTrue();
        assertThat(isQuiet(lunch, "2026-01-10T12:00:00Z")).isFalse();
        assertThat(isQuiet(lunch, "2026-01-10T10:59:00Z")).isFalse();
    }

    @Test
    void nightOfTheClocksChangeEndsByTheClock() {
        // On 29 March 2026 the clocks of Berlin go forward.
        assertThat(isQuiet(night, "2026-03-29T04:59:59Z")).isTrue();
        assertThat(isQuiet(night, "2026-03-29T05:00:00Z")).isFalse();
    }

    @Test
    void hoursWithoutLengthAreRefused() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON, BERLIN))
                .hasMessageContaining("12:00");
    }

    private static boolean isQuiet(QuietHours hours, String moment) {
        Instant now = Instant.parse(moment);
        return hours.latest(now).holds(now);
    }
}
