package dev.linnet.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void hashtagsPhrasesAndNamesMayBeTopics() {
        assertThat(Topics.isTopic("#windowmap", "see #WindowMap")).isTrue();
        assertThat(Topics.isTopic("east side", "on the east side")).isTrue();
        assertThat(Topics.isTopic("marlowe", "a talk by Marlowe tonight")).isTrue();
    }

    @Test
    void commonWordsSentenceStartsAndWeekdaysAreNone() {
        assertThat(Topics.isTopic("gear", "which gear is best")).isFalse();
        assertThat(Topics.isTopic("awful", "It rains. Awful, as always.")).isFalse();
        assertThat(Topics.isTopic("saturday", "see you on Saturday")).isFalse();
        assertThat(Topics.isTopic("may", "back in May again")).isFalse();
    }
}
