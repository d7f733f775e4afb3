package dev.linnet.pipeline.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.weighting.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldWeightsTest {
    private final ToldWeights told = new ToldWeights(List.of(weight(0.5, 1.9, 3)));

    @Test
    void smallMovesAreToldWhenTheyHaveAddedUp() {
        assertThat(told.news(List.of(weight(0.504, 1.9, 3)))).isEmpty();
        assertThat(told.news(List.of(weight(0.508, 1.9, 3)))).isEmpty();
        assertThat(told.news(List.of(weight(0.512, 1.9, 3)))).hasSize(1);
        assertThat(told.news(List.of(weight(0.512, 1.9, 3)))).isEmpty();
        assertThat(told.news(List.of(weight(0.512, 1.8, 3)))).hasSize(1);
    }

    @Test
    void whatADecisionSpeaksAboutIsAlwaysTold() {
        assertThat(told.news(List.of(weight(0.5, 1.9, 4)))).hasSize(1);
        assertThat(told.news(List.of(new Weight("word", "new", 0, 2, 1)))).hasSize(1);
    }

    @Test
    void whatIsForgottenIsToldAndMayComeAgain() {
        assertThat(told.news(List.of(weight(0, 2, 0)))).hasSize(1);
        assertThat(told.news(List.of(weight(0, 2, 1)))).hasSize(1);
    }

    private static Weight weight(double mean, double deviation, long decisions) {
        return new Weight("author", "ann", mean, deviation, decisions);
    }
}
