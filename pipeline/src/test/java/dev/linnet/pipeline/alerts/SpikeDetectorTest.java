package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeDetectorTest {
    @Test
    void burstOpensOneEpisodeThatClosesByItself() {
        List<SpikeDetector.Step> steps = run(120, minute -> minute >= 80 && minute < 86 ? 12 : minute % 3 == 0 ? 1 : 0);

        assertThat(opened(steps)).containsExactly(80);
        assertThat(closed(steps))
                .hasSize(1)
                .allSatisfy(minute -> assertThat(minute).isBetween(90, 105));
        assertThat(steps.get(steps.size() - 1).state().inEpisode()).isFalse();
    }

    @Test
    void nothingIsToldBeforeEnoughHistory() {
        List<SpikeDetector.Step> steps = run(SpikeDetector.WARM_UP - 1, minute -> minute == 10 ? 50 : 1);

        assertThat(opened(steps)).isEmpty();
    }

    @Test
    void heavyTailedNoiseRaisesFewAlerts() {
        Random random = new Random(7);
        // Counts whose rate itself wanders by a factor of ten: far from normal, as on social streams.
        List<SpikeDetector.Step> steps =
                run(20_000, minute -> Math.floor(-Math.log(1 - random.nextDouble()) * Math.exp(random.nextGaussian())));

        assertThat(opened(steps).size()).isLessThan(40); // 14 days
    }

    @Test
    void scaleOfTheSeriesMakesNoDifference() {
        List<SpikeDetector.Step> few = run(300, minute -> minute >= 200 && minute < 205 ? 8 : minute % 4 == 0 ? 1 : 0);
        List<SpikeDetector.Step> many =
                run(300, minute -> minute >= 200 && minute < 205 ? 8_000 : minute % 4 == 0 ? 1_000 : 0);

        assertThat(opened(many)).isEqualTo(opened(few));
    }

    @Test
    void longAbsenceStartsTheHistoryAnew() {
        SpikeState state = SpikeState.fresh();
        for (int minute = 0; minute < 100; minute++) {
            state = SpikeDetector.step(state, minute, 1).state();
        }
        SpikeDetector.Step after = SpikeDetector.step(state, 100 + SpikeDetector.LONGEST_GAP + 10, 500);

        assertThat(after.opened()).isFalse();
        assertThat(after.state().seen()).isEqualTo(1);
    }

    @Test
    void stateStaysSmall() {
        List<SpikeDetector.Step> steps = run(5_000, minute -> minute % 7);
        SpikeState last = steps.get(steps.size() - 1).state();

        int doubles = last.histogram().length + last.recent().length + last.series().length;
        assertThat(doubles * 8).isLessThan(4_096);
    }

    private interface Values {
        double at(int minute);
    }

    private static List<SpikeDetector.Step> run(int minutes, Values values) {
        List<SpikeDetector.Step> steps = new ArrayList<>();
        SpikeState state = SpikeState.fresh();
        for (int minute = 0; minute < minutes; minute++) {
            SpikeDetector.Step step = SpikeDetector.step(state, minute, values.at(minute));
            steps.add(step);
            state = step.state();
        }
        return steps;
    }

    private static List<Integer> opened(List<SpikeDetector.Step> steps) {
        return steps.stream()
                .filter(SpikeDetector.Step::opened)
                .map(step -> (int) step.state().minute())
                .toList();
    }

    private static List<Integer> closed(List<SpikeDetector.Step> steps) {
        return steps.stream()
                .filter(SpikeDetector.Step::closed)
                .map(step -> (int) step.state().minute())
                .toList();
    }
}
