package dev.linnet.review.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GistTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://moss.example/Walk?id=7",
                "http://www.moss.example/Walk?id=7",
                "HTTPS://WWW.Moss.Example/Walk/?id=7#part",
                "https://moss.example/Walk?utm_source=x&id=7&utm_medium=y",
                "https://moss.example/Walk?id=7&UTM_campaign=z.",
                "(https://moss.example/Walk?id=7)…"
            })
    void linkIsTheSameHoweverItIsWritten(String link) {
        assertThat(Gist.of("Read " + link + " today").links()).containsExactly("moss.example/Walk?id=7");
    }

    @Test
    void trackingAloneLeavesTheBareAddress() {
        assertThat(Gist.of("https://moss.example/?utm_source=x").links()).containsExactly("moss.example");
    }

    @Test
    void otherPathsAndParametersAreOtherLinks() {
        assertThat(Gist.of("https://moss.example/a https://moss.example/A https://moss.example/a?id=1")
                        .links())
                .hasSize(3);
    }

    @Test
    void brokenLinkIsNone() {
        assertThat(Gist.of("https:// https://. https://…").links()).isEmpty();
    }

    @Test
    void wordsAreThoseOfTheAuthor() {
        assertThat(Gist.of("RT @ana.b: the #DawnChorus, THE dawn! @eva@birds.example https://moss.example/walk")
                        .words())
                .containsExactly("rt", "the", "dawnchorus", "dawn");
    }
}
