package dev.linnet.review.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void textOfARecordIsShownAlsoWhenTheRecordIsCut() {
        assertThat(Excerpt.line("{\"id\":1,\"user\":{\"name\":\"x\"},\"text\":\"a\\nwren \\u00e9\",\"more\":{\"cu"))
                .isEqualTo("a wren é");
        assertThat(Excerpt.line("{\"kind\":\"commit\",\"commit\":{\"record\":{\"text\":\"deep\"}}}"))
                .isEqualTo("deep");
    }

    @Test
    void anythingElseIsShownAsItBegins() {
        assertThat(Excerpt.line("{\"id\":17,\"text\":\"the dawn cho")).isEqualTo("{\"id\":17,\"text\":\"the dawn cho");
        assertThat(Excerpt.line("plain \u202e words")).isEqualTo("plain words");
        assertThat(Excerpt.line("")).isEmpty();
        assertThat(Excerpt.line("{".repeat(4_000))).hasSize(160);
    }
}
