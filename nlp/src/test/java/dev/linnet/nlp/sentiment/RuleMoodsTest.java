package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleMoodsTest {
    private static final int SUM = 0;
    private static final int WEIGHED = 1;
    private static final int NO_MOOD = 10;
    private static final int MIXED = 11;

    private static final WordTable TABLE =
            WordTable.of(List.of("good", "bad", "chair"), Map.of("good", 0.5f, "bad", -0.5f));

    @Test
    void aNegationTurnsAMoodAbout() {
        assertThat(moods("good")[SUM]).isPositive();
        assertThat(moods("not good")[SUM]).isNegative();
        assertThat(moods("not bad")[SUM]).isPositive();
        assertThat(moods("not here . good")[SUM]).isEqualTo(moods("good")[SUM]);
    }

    @Test
    void intensifiersChangeTheNextWordAlone() {
        assertThat(moods("very good")[SUM]).isGreaterThan(moods("good")[SUM]);
        assertThat(moods("slightly good")[SUM]).isLessThan(moods("good")[SUM]).isPositive();
        assertThat(moods("very much good")[SUM]).isEqualTo(moods("good")[SUM]);
    }

    @Test
    void whatComesAfterABut() {
        assertThat(moods("good but bad")[SUM]).isZero();
        assertThat(moods("good but bad")[WEIGHED]).isNegative();
        assertThat(moods("bad but good")[WEIGHED]).isPositive();
        assertThat(moods("bad but good")[MIXED]).isOne();
    }

    @Test
    void signsHaveTheirOwnMoodAndOtherWordsNone() {
        assertThat(moods("😍")[SUM]).isPositive();
        assertThat(moods(":(")[SUM]).isNegative();
        assertThat(moods("chair desk")[SUM]).isZero();
        assertThat(moods("chair desk")[NO_MOOD]).isOne();
    }

    @Test
    void drawnOutAndShoutedWordsAreFound() {
        assertThat(moods("GOOOOOOD")[SUM]).isEqualTo(moods("good")[SUM]);
        assertThat(moods("#good")[SUM]).isEqualTo(moods("good")[SUM]);
    }

    private static float[] moods(String text) {
        PostWords words = new PostWords(TABLE);
        words.see(List.of(text.split(" ")));
        FeatureVector vector = new FeatureVector();
        float[] moods = new float[words.rules().addTo(vector, 0)];
        for (int i = 0; i < vector.size(); i++) {
            moods[vector.place(i)] = vector.value(i);
        }
        return moods;
    }
}
