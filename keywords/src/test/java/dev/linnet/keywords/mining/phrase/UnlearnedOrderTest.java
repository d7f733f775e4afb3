package dev.linnet.keywords.mining.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnlearnedOrderTest {
    private static final List<String> NAMES = List.of("text-people", "text-long", "whole", "words", "centre", "tf-idf");

    @Test
    void wholeNounPhraseAtTheCentreIsSupportedInAShortText() {
        double[] support = support(0, 0);

        assertThat(support[1]).isGreaterThan(support[0]).isGreaterThan(support[2]);
    }

    @Test
    void storyIsLeftToTheTrees() {
        assertThat(support(0.03, 0)).containsOnly(0);
    }

    @Test
    void rareWordUsedOftenIsSupportedInALongText() {
        double[] support = support(0.03, 1);

        assertThat(support[0]).isGreaterThan(support[1]).isGreaterThan(support[2]);
    }

    @Test
    void textWithoutCandidatesHasNoSupport() {
        assertThat(UnlearnedOrder.support(List.of())).isEmpty();
    }

    /** Of a word used often, a whole phrase at the centre, and a part of it. */
    private static double[] support(double people, double length) {
        return UnlearnedOrder.support(List.of(
                described(people, length, 1, 1, 0.5, 3),
                described(people, length, 1, 3, 2, 1),
                described(people, length, 0, 2, 3, 4)));
    }

    private static PhraseFeatures.Described described(double... features) {
        return new PhraseFeatures.Described("key", "surface", NAMES, features);
    }
}
