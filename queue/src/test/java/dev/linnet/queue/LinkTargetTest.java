package dev.linnet.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://moss.example/Walk?id=7",
                "http://www.moss.example/Walk?id=7",
                "HTTPS://WWW.Moss.Example/Walk/?id=7#part",
                "https://moss.example/Walk?utm_source=x&id=7&utm_medium=y",
                "https://moss.example/Walk?id=7&fbclid=Ab_3&gclid&mc_cid=1&mc_eid=2&igshid=3&msclkid=4",
                "https://moss.example/Walk?id=7&UTM_campaign=z.",
                "moss.example/Walk?id=7)…"
            })
    void linkIsTheSameHoweverItIsWritten(String link) {
        assertThat(LinkTarget.of(link)).isEqualTo("moss.example/Walk?id=7");
    }

    @Test
    void trackingAloneLeavesTheBareAddress() {
        assertThat(LinkTarget.of("https://moss.example/?utm_source=x")).isEqualTo("moss.example");
    }

    @Test
    void parametersThatOnlyBeginLikeTrackingStay() {
        assertThat(LinkTarget.of("https://moss.example/a?gclids=1&my_utm_x=2"))
                .isEqualTo("moss.example/a?gclids=1&my_utm_x=2");
    }

    @Test
    void pagesAreNamedOnceAndFrontPagesAreNone() {
        assertThat(LinkTarget.pages(List.of(
                        "https://moss.example/",
                        "http://moss.example/walk#east",
                        "https://www.moss.example/walk/",
                        "https://moss.example?p=7",
                        "",
                        "https://",
                        "https://moss.example/" + "a".repeat(600))))
                .containsExactly("moss.example/walk", "moss.example?p=7");
        assertThat(LinkTarget.pages(IntStream.range(0, 100)
                        .mapToObj(i -> "https://moss.example/" + i)
                        .toList()))
                .hasSize(8);
    }
}
