package dev.linnet.review.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrendLineTest {
    @Test
    void zeroIsTheMiddleAndTheScaleTheEdge() {
        TrendLine trend = TrendLine.of(List.of(0.0, 2.0, -4.0), 2);

        assertThat(trend.line()).isEqualTo("0.00,15.00 50.00,2.00 100.00,28.00");
        assertThat(trend.label()).startsWith("began at").contains("now");
    }

    @Test
    void oneMomentIsNoLine() {
        assertThat(TrendLine.of(List.of(1.0), 2).isEmpty()).isTrue();
        assertThat(TrendLine.of(List.of(Double.NaN, 1.0), 2).isEmpty()).isTrue();
    }
}
