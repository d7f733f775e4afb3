package dev.linnet.nlp.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseFinderTest {
    @Test
    void stopWordsBoundPhrases() {
        assertThat(PhraseFinder.find("The stream processing of Apache Flink is on the rise"))
                .containsExactly("stream processing", "apache flink", "rise");
    }

    @Test
    void phrasesNeverCrossASignOrALine() {
        assertThat(PhraseFinder.find("red apples, green pears; (blue plums)\nyellow bananas"))
                .containsExactly("red apples", "green pears", "blue plums", "yellow bananas");
    }

    @Test
    void longRunsGiveNamesAndPairs() {
        assertThat(PhraseFinder.find("President Ada Lovelace visits northern lights laboratory"))
                .contains("president ada lovelace", "northern lights", "lights laboratory")
                .doesNotContain("president ada lovelace visits northern");
    }

    @Test
    void mentionsHashtagsAndNumbersAreNoPhrases() {
        assertThat(PhraseFinder.find("@someone #topic 2026 12.5")).isEmpty();
    }

    @Test
    void namesWithSignsStayWhole() {
        assertThat(PhraseFinder.find("It was C++ and now is Node.js")).contains("c++", "node.js");
    }
}
