package dev.linnet.pipeline.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseWordsTest {
    @Test
    void phrasesAreRunsOfUpToThreeWordsWithoutStopWordsAtTheirEdges() {
        assertThat(PhraseWords.in("The Guild of Ringers counts", "en").values())
                .containsExactly("guild", "ringers", "guild of ringers", "counts", "ringers counts");
    }

    @Test
    void marksAndMentionsPartPhrases() {
        assertThat(PhraseWords.in("willow river. @someone floods, again", "en").values())
                .containsExactly("willow", "river", "willow river", "floods");
    }

    @Test
    void spellingsOfOnePhraseHaveOneKey() {
        long key = PhraseWords.key("willow river");
        assertThat(List.of("#WillowRiver", "willowriver", "Willow  Rivers", "willow river's"))
                .allSatisfy(spelling -> assertThat(PhraseWords.key(spelling)).isEqualTo(key));
        assertThat(PhraseWords.in("in #willowriver", "en")).containsEntry(key, "willowriver");
        assertThat(PhraseWords.key("willow rise")).isNotEqualTo(key);
    }

    @Test
    void wordsOfDigitsOrTwoLettersSayNothingAlone() {
        assertThat(PhraseWords.in("42 xy", "en")).isEmpty();
        assertThat(PhraseWords.in("category 1", "en").values()).contains("category 1");
    }
}
