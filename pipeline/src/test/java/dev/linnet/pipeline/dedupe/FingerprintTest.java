package dev.linnet.pipeline.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.Posts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String TEXT = "Watermarks tell how far time has come";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WATERMARKS tell how far time has come!!!",
                "RT @ann: Watermarks tell how far time has come",
                "Watermarks tell how far time has come https://example.org/a?b=c",
                "@bob @carl Watermarks tell how far #time has come 2024 \uD83D\uDE80",
                "W\u00e1termarks tell, how far; time - has come",
                "\uFF37atermarks tell how far time has come"
            })
    void copiesShareIt(String copy) {
        assertThat(of("2", copy)).isEqualTo(of("1", TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Watermarks tell how far time had come", "tell how far time has come", "", "😀 😀 😀 😀 😀"})
    void otherTextsDont(String other) {
        assertThat(of("2", other)).isNotEqualTo(of("1", TEXT));
    }

    @Test
    void shortTextsAreNobodysCopy() {
        assertThat(of("1", "so true, this")).isNotEqualTo(of("2", "so true, this"));
    }

    @Test
    void scriptsWithoutSpacesHaveCopiesToo() {
        assertThat(of("1", "今日は良い天気ですね")).isEqualTo(of("2", "今日は良い天気ですね！"));
    }

    private static long of(String id, String text) {
        return Fingerprint.of(Posts.post(id, "ann", text, Posts.START));
    }
}
