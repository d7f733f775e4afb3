package dev.linnet.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostReaderTest {
    private final PostReader reader = PostReader.open(PostReaderOptions.defaults());

    @Test
    void oneReadingTellsEverythingOfAPost() throws Exception {
        Reading reading = reader.read(
                "I love the new Flink release, what a wonderful piece of work! #StreamProcessing https://example.org/a",
                "en");

        assertThat(reading.cleanText())
                .isEqualTo("I love the new Flink release, what a wonderful piece of work! #StreamProcessing");
        assertThat(reading.language()).isEqualTo("en");
        assertThat(reading.sentiment().label()).isEqualTo(Sentiment.Label.POSITIVE);
        assertThat(reading.sentiment().score()).isBetween(0.15, 1.0);
        assertThat(reading.phrases()).contains("flink release");
        assertThat(reading.hashtags()).containsExactly("streamprocessing");
        assertThat(reading.isVolatile()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "This is the worst product I have ever bought; it broke after a day, NEGATIVE",
        "What a terrible and boring talk, NEGATIVE",
        "Absolutely brilliant show tonight :), POSITIVE",
        "I love it 😍😍, POSITIVE"
    })
    void plainMoodsAreSeen(String text, Sentiment.Label label) throws Exception {
        assertThat(reader.read(text, "en").sentiment().label()).isEqualTo(label);
    }

    @Test
    void wordsThatAMoodComesFromAreTold() throws Exception {
        Reading awful = reader.read("The tram to Hull was awful this morning", "en");
        Reading lovely = reader.read("The tram to Hull was lovely this morning", "en");

        assertThat(reader.explain(awful).get(0)).satisfies(part -> {
            assertThat(part.text()).isEqualTo("awful");
            assertThat(part.amount()).isBetween(-2.0, -0.2);
        });
        assertThat(reader.explain(lovely).get(0)).satisfies(part -> {
            assertThat(part.text()).isEqualTo("lovely");
            assertThat(part.amount()).isBetween(0.2, 2.0);
        });
        assertThat(reader.explain(reader.read("?", "en"))).isEmpty();
        assertThat(reader.explain(reader.read("good ".repeat(2_000), "en"))).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void moodOfAnUnsupportedLanguageIsUnknown() throws Exception {
        Reading reading = reader.read("Das war heute ein wirklich schöner Tag am See mit der ganzen Familie", "de");

        assertThat(reading.language()).isEqualTo("de");
        assertThat(reading.sentiment()).isEqualTo(Sentiment.UNKNOWN);
    }

    @Test
    void aCopyIsReadOnce() throws Exception {
        reader.read("A post that many people share", "en");
        Reading again = reader.read("RT @someone: A post that many people share https://t.co/abc", "en");

        assertThat(again.cleanText()).isEqualTo("A post that many people share");
        assertThat(reader.cacheHits()).isEqualTo(1);
        assertThat(reader.cacheMisses()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "?", "...", "@someone", "https://example.org"})
    void whatHasNoWordHasNoMood(String text) throws Exception {
        assertThat(reader.read(text, "en").sentiment()).isEqualTo(Sentiment.UNKNOWN);
    }

    @Test
    void severalThreadsReadTheSame() throws Exception {
        PostReader shared = PostReader.open(PostReaderOptions.defaults().withCachedReadings(0));
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(i ->
                        "Number " + i + " is " + (i % 2 == 0 ? "wonderful" : "awful") + ", she told us in town " + i)
                .toList();
        List<Reading> alone = new ArrayList<>();
        for (String text : texts) {
            alone.add(shared.read(text, "en"));
        }

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Reading>> tasks = new ArrayList<>();
            texts.forEach(text -> tasks.add(() -> shared.read(text, "en")));
            List<Reading> together = new ArrayList<>();
            for (Future<Reading> reading : threads.invokeAll(tasks)) {
                together.add(reading.get());
            }
            assertThat(together).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }
}
