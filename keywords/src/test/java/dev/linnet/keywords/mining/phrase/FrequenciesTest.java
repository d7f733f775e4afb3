package dev.linnet.keywords.mining.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.keywords.mining.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrequenciesTest {
    private final PhraseReader reader = new PhraseReader();
    private final Frequencies frequencies = new Frequencies();

    @Test
    void wordOfOneTextIsRareAndAWordOfAllIsNot() {
        learn("The hops climb.", 1);
        learn("Rain falls.", 99);

        assertThat(frequencies.rarity("hop", false)).isCloseTo(1, within(1e-9));
        assertThat(frequencies.rarity("rain", false)).isLessThan(0.05);
    }

    @Test
    void withOneTextCommonWordsAreKnownInGeneral() {
        learn("The hops climb.", 1);

        assertThat(frequencies.rarity("hop", false)).isCloseTo(1, within(1e-9));
        assertThat(frequencies.rarity("climb", true)).isLessThan(0.7);
    }

    @Test
    void phraseIsCountedByItself() {
        learn("Green hops climb. Hops grow.", 1);
        learn("Hops grow.", 9);
        Candidate phrase = reader.read(article("Green hops.")).candidates().stream()
                .filter(candidate -> candidate.size() == 2)
                .findFirst()
                .orElseThrow();

        assertThat(frequencies.rarity(phrase, false)).isCloseTo(1, within(1e-9));
        assertThat(frequencies.rarity("hop", false)).isLessThan(0.3);
    }

    private void learn(String text, int times) {
        for (int i = 0; i < times; i++) {
            frequencies.learn(reader.read(article(text)));
        }
    }

    private static Article article(String text) {
        return new Article("1", "", text, null, null, "en", List.of());
    }
}
