package dev.linnet.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashtagsTest {
    @Test
    void hashtagsAreLowerCaseAndDistinct() {
        assertThat(Hashtags.of("#Java and #java, #ÜberTag (#東京) #a_b")).containsExactly("java", "übertag", "東京", "a_b");
    }

    @Test
    void numbersAnchorsAndPartsOfWordsAreNoHashtags() {
        assertThat(Hashtags.of("issue #12, C#sharp, a/#anchor, # alone, &#39;")).isEmpty();
    }

    @Test
    void wordsWrittenTogetherAreParted() {
        assertThat(Hashtags.words("StreamProcessing2026")).containsExactly("Stream", "Processing", "2026");
        assertThat(Hashtags.words("NASALaunch")).containsExactly("NASA", "Launch");
        assertThat(Hashtags.words("open_source")).containsExactly("open", "source");
        assertThat(Hashtags.words("flink")).containsExactly("flink");
    }

    @Test
    void moodsOfSignsAreKnown() {
        assertThat(Emoji.mood("😍")).isEqualTo(Emoji.Mood.JOY);
        assertThat(Emoji.mood("👍🏽")).isEqualTo(Emoji.Mood.JOY);
        assertThat(Emoji.mood("❤️")).isEqualTo(Emoji.Mood.LOVE);
        assertThat(Emoji.mood(":(")).isEqualTo(Emoji.Mood.GRIEF);
        assertThat(Emoji.mood("🚲")).isNull();
        assertThat(Emoji.mood("word")).isNull();
    }
}
