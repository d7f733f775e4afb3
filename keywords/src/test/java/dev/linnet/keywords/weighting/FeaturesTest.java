package dev.linnet.keywords.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    @Test
    void textGivesItsWordsAndMentionsWithoutLinksStopWordsAndSigns() {
        List<Feature> features =
                Features.of(post("en", List.of()), "Don't miss @Ada's TALK on the #Fern wall’s roots https://t.co/abc");

        assertThat(names(features, Features.WORD)).containsExactly("miss", "talk", "fern", "wall", "roots");
        assertThat(names(features, Features.MENTION)).containsExactly("ada");
    }

    @Test
    void formsOfOneWordShareTheirStem() {
        List<Feature> features = Features.of(post("en", List.of()), "floods flooding flooded");
        assertThat(names(features, Features.WORD)).hasSize(3);
        assertThat(names(features, Features.STEM)).containsExactly("flood");
    }

    @Test
    void stopWordsOfThePostsOwnLanguageAreLeftOut() {
        assertThat(names(Features.of(post("de", List.of()), "die Wand und der Farn"), Features.WORD))
                .containsExactly("wand", "farn");
        assertThat(names(Features.of(post("xx", List.of()), "the wall"), Features.WORD))
                .containsExactly("wall");
    }

    @Test
    void longTextGivesNoMoreThanSixtyWords() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append("word").append(i).append(" @friend").append(i).append(' ');
        }
        List<Feature> features = Features.of(post("en", List.of()), text.toString());
        assertThat(names(features, Features.WORD)).hasSize(60);
        assertThat(names(features, Features.MENTION)).hasSize(20);
    }

    @Test
    void onlyPhrasesOfSeveralWordsSayMoreThanTheWords() {
        assertThat(names(Features.of(post("en", List.of("fern", "fern wall")), "a fern wall"), Features.PHRASE))
                .containsExactly("fern wall");
    }

    @Test
    void aWordTellsMoreTheFewerThereAre() {
        assertThat(value("fern wall roots moss mist shade stone"))
                .isGreaterThan(value("fern wall roots moss mist shade stone rain lime frost dew") + 0.05);
        // Eight words and their stems: 0.8 / (8 · (1² + 0.7²))^0.4.
        assertThat(value("fern wall roots moss mist shade stone rain")).isCloseTo(0.2969, within(1e-4));
    }

    @Test
    void fewWordsTellNoMoreThanFour() {
        assertThat(value("fern")).isEqualTo(value("fern wall roots moss"));
    }

    @Test
    void emptyPostHasItsBiasAndLanguageAlone() {
        assertThat(Features.of(post("en", List.of()), " … "))
                .extracting(Feature::key)
                .containsExactly("bias:", "language:en");
    }

    private static double value(String text) {
        return Features.of(post("en", List.of()), text).stream()
                .filter(feature -> feature.key().equals("word:fern"))
                .mapToDouble(Feature::value)
                .sum();
    }

    private static List<String> names(List<Feature> features, String kind) {
        return features.stream()
                .filter(feature -> feature.kind().equals(kind))
                .map(Feature::name)
                .toList();
    }

    private static PostFacts post(String language, List<String> phrases) {
        return new PostFacts(List.of(), "", false, "", false, List.of(), List.of(), phrases, language, 0, 0, "");
    }
}
