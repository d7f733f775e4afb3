package dev.linnet.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostReaderRobustnessTest {
    private static PostReader reader;

    @BeforeAll
    static void warmUp() throws Exception {
        reader = PostReader.open(PostReaderOptions.defaults());
        for (int i = 0; i < 200; i++) {
            reader.read("Warming up, number " + i + ": I like it, they don't. #Once" + i, "en");
        }
    }

    static Stream<Arguments> oddTexts() {
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("blank", " \n\t "),
                Arguments.of("only emoji", "😀😀👨‍👩‍👧‍👦🏳️‍🌈"),
                Arguments.of("only a link", "https://example.org/x?y=z"),
                Arguments.of("only a mention", "@someone"),
                Arguments.of("only a sign", "#"),
                Arguments.of("NUL and control characters", "a\u0000b\u0007\u001b[31mc\u009f"),
                Arguments.of("lone surrogates", "good \ud83d bad \ude00 end\ud800"),
                Arguments.of("a cut escape", "it\\u20"),
                Arguments.of("right to left", "\u202eHello \u05e9\u05dc\u05d5\u05dd"),
                Arguments.of("combining marks", "Z" + "\u0351".repeat(5_000)),
                Arguments.of("25,000 characters without a full stop", "word ".repeat(5_000)),
                Arguments.of("one word of 25,000 letters", "a".repeat(25_000)),
                Arguments.of("25,000 full stops", ".".repeat(25_000)),
                Arguments.of("25,000 asterisks", "*".repeat(25_000)),
                Arguments.of("masked words", "f*".repeat(12_500)),
                Arguments.of("spaced letters", "f u c k ".repeat(3_000)),
                Arguments.of("5,000 hashtags", "#aB1".repeat(5_000)),
                Arguments.of("5,000 hashtags apart", "#aB1 ".repeat(5_000)),
                Arguments.of("one hashtag of 20,000 capitals", "#" + "aB".repeat(10_000)),
                Arguments.of("5,000 mentions", "@a".repeat(5_000)),
                Arguments.of("entities", "&".repeat(10_000) + ";"),
                Arguments.of("escapes", "\\u00".repeat(5_000)),
                Arguments.of("slashes", "http://".repeat(3_000)),
                Arguments.of("dots and dashes", "a.b-c'd".repeat(3_000)),
                Arguments.of("numbers", "1,".repeat(10_000)),
                Arguments.of("open brackets", "(".repeat(10_000)),
                Arguments.of("angle brackets", "<a ".repeat(5_000)),
                Arguments.of("line breaks", "a\n".repeat(10_000)),
                Arguments.of("20 MB", "All work and no play makes Jack a dull boy. ".repeat(476_000)),
                Arguments.of("20 MB without a space", "x".repeat(20_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddTexts")
    void anyTextGetsAnAnswerWithinTheBudget(String name, String text) throws Exception {
        Reading reading = reader.read(text, "en");

        assertThat(reading.cleanText().length()).isLessThanOrEqualTo(10_000);
        assertThat(reading.cleanText().chars().noneMatch(c -> c < ' ' && c != '\n'))
                .isTrue();
        assertThat(reading.sentiment().score()).isBetween(-1.0, 1.0);
        assertThat(reading.phrases()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void randomCharactersGetAnAnswer() throws Exception {
        Random random = new Random(3);
        for (int n = 0; n < 300; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i >= 0; i--) {
                text.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            }
            assertThat(reader.read(text.toString(), "und")).isNotNull();
        }
    }

    @Test
    void textWithoutWordsHasNoMood() throws Exception {
        assertThat(reader.read("https://example.org", "en").sentiment()).isEqualTo(Sentiment.UNKNOWN);
        assertThat(reader.read("", "und").language()).isEqualTo("und");
    }

    @Test
    void aPostBeyondTheBudgetIsRefusedWithItsReason() {
        PostReader hasty = PostReader.open(PostReaderOptions.defaults().withBudget(Duration.ofNanos(1)));

        assertThatThrownBy(() -> hasty.read("A whole sentence takes longer than that", "en"))
                .isInstanceOf(UnreadablePostException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void fullSentimentWithoutItsModelsSaysWhatToAdd() {
        PostReaderOptions full = PostReaderOptions.defaults().withSentimentMode(SentimentMode.FULL);

        assertThatThrownBy(() -> PostReader.open(full))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stanford-corenlp-4.5.10-models.jar");
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThatThrownBy(() -> PostReaderOptions.defaults().withCachedReadings(-1))
                .hasMessageContaining("cachedReadings");
        assertThatThrownBy(() -> SentimentMode.of("quick")).hasMessageContaining("fast, parsed, full or off");
    }

    @Test
    void aFullCacheForgetsTheOldest() throws Exception {
        PostReader small = PostReader.open(PostReaderOptions.defaults().withCachedReadings(2));
        for (String text : List.of("one post", "two posts", "three posts", "three posts", "one post")) {
            small.read(text, "en");
        }
        assertThat(small.cacheHits()).isEqualTo(1);
        assertThat(small.cacheMisses()).isEqualTo(4);
        assertThat(small.cacheHitRate()).isEqualTo(0.2);
    }
}
