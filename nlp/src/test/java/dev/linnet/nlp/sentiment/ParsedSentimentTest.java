package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.SentimentMode;
import org.junit.jupiter.api.Test;

/** With the parser's model, where it is on the classpath; without it, what is said then. */
class ParsedSentimentTest {
    private static final boolean MODEL =
            ParsedSentiment.class.getResource("/edu/stanford/nlp/models/srparser/englishSR.ser.gz") != null;
    private static final PostReaderOptions PARSED =
            PostReaderOptions.defaults().withSentimentMode(SentimentMode.PARSED);

    @Test
    void withoutItsModelItSaysWhichJarToAddAndWhere() {
        assumeTrue(!MODEL, "the model is there");

        assertThatThrownBy(() -> PostReader.open(PARSED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'parsed'")
                .hasMessageContaining("stanford-corenlp-4.5.10-models-english.jar")
                .hasMessageContaining("LINNET_CLASSPATH");
    }

    @Test
    void plainMoodsAndEndlessSentencesAreAnswered() throws Exception {
        assumeTrue(MODEL, "stanford-corenlp-4.5.10-models-english.jar is not on the classpath");

        try (PostReader reader = PostReader.open(PARSED)) {
            assertThat(reader.read("What a wonderful and moving film", "en")
                            .sentiment()
                            .label())
                    .isEqualTo(Sentiment.Label.POSITIVE);
            assertThat(reader.read("This was a terrible, boring mess", "en")
                            .sentiment()
                            .label())
                    .isEqualTo(Sentiment.Label.NEGATIVE);
            assertThat(reader.read("word ".repeat(3_750), "en").sentiment()).isNotNull();
            assertThat(reader.read("😀", "en").sentiment()).isEqualTo(Sentiment.UNKNOWN);
        }
    }
}
