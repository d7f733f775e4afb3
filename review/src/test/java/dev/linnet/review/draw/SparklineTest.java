package dev.linnet.review.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void lineGoesFromTheBaselineToTheTop() {
        Sparkline line = Sparkline.of(List.of(0.0, 5.0, 10.0));

        assertThat(line.line()).isEqualTo("0.00,28.00 50.00,15.00 100.00,2.00");
        assertThat(line.label()).isEqualTo("between 0 and 10, last 10");
        assertThat(line.expected()).isEmpty();
    }

    @Test
    void usualLevelIsDrawnAlsoAboveAllValues() {
        assertThat(Sparkline.of(List.of(0.0, 1.0), 4).expected()).isEqualTo("2.00");
    }

    @Test
    void valuesBelowZeroHangFromTheBaseline() {
        Sparkline line = Sparkline.of(List.of(0.5, -0.5), 0.25);

        assertThat(line.line()).isEqualTo("0.00,2.00 100.00,28.00");
        assertThat(line.area()).isEqualTo("0,15.00 0.00,2.00 100.00,28.00 100,15.00");
        assertThat(line.expected()).isEqualTo("8.50");
    }

    @Test
    void nothingAndOneValueAndOddValuesAreDrawn() {
        assertThat(Sparkline.of(List.of()).isEmpty()).isTrue();
        assertThat(Sparkline.of(List.of(Double.NaN)).isEmpty()).isTrue();
        assertThat(Sparkline.of(List.of(3.0)).line()).isEqualTo("0,2.00 100,2.00");
        assertThat(Sparkline.of(List.of(0.0, 0.0)).line()).isEqualTo("0.00,28.00 100.00,28.00");
    }

    @Test
    void barGrowsFromTheMiddle() {
        assertThat(Bar.of(1, 0.5, 2)).isEqualTo(new Bar("50.00%", "25.00%", "62.50%", "87.50%", false));
        assertThat(Bar.of(-2, 2)).isEqualTo(new Bar("0.00%", "50.00%", "0.00%", "0.00%", true));
        assertThat(Bar.of(-9, 2).start()).isEqualTo("0.00%");
    }
}
