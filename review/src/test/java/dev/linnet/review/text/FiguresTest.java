package dev.linnet.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-05-02T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Europe/Berlin"));

    @Test
    void percentIsNeverCertain() {
        assertThat(Figures.percent(0.5)).isEqualTo("50 %");
        assertThat(Figures.percent(1)).isEqualTo("99 %");
        assertThat(Figures.percent(0)).isEqualTo("1 %");
    }

    @Test
    void amountsHaveTheirSign() {
        assertThat(Figures.signed(1.25)).isEqualTo("+1.3");
        assertThat(Figures.signed(-0.31)).isEqualTo("−0.3");
        assertThat(Figures.signed(-0.01)).isEqualTo("0.0");
    }

    @Test
    void countsAreShort() {
        assertThat(Figures.brief(9_999)).isEqualTo("9,999");
        assertThat(Figures.brief(12_345)).isEqualTo("12.3k");
        assertThat(Figures.brief(1_234_567)).isEqualTo("1.2M");
        assertThat(Figures.of(1, "post")).isEqualTo("1 post");
        assertThat(Figures.plain(2.50)).isEqualTo("2.5");
        assertThat(Figures.plain(20)).isEqualTo("20");
        assertThat(Figures.share(1, 1_000)).isEqualTo("< 1 %");
    }

    @Test
    void timesAreToldAsPeopleDo() {
        assertThat(ago(Duration.ofSeconds(20))).isEqualTo("just now");
        assertThat(ago(Duration.ofMinutes(59))).isEqualTo("59 min ago");
        assertThat(ago(Duration.ofHours(23))).isEqualTo("23 h ago");
        assertThat(ago(Duration.ofHours(30))).isEqualTo("yesterday");
        assertThat(ago(Duration.ofDays(6))).isEqualTo("6 days ago");
        assertThat(ago(Duration.ofDays(365))).isEqualTo("2 May 2025");
        assertThat(ago(Duration.ofDays(-9))).isEqualTo("11 May 2026");
        assertThat(Moment.of(NOW, CLOCK).full()).startsWith("2 May 2026, 10:00:00");
    }

    private static String ago(Duration age) {
        return Moment.of(NOW.minus(age), CLOCK).ago();
    }
}
