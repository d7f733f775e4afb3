package dev.linnet.keywords.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelevanceModelTest {
    private static final Vocabulary VOCABULARY = new Vocabulary(
            0,
            List.of(Keyword.of("java", 1), Keyword.of("flink", 3), Keyword.of("kafka", 1)),
            Set.of("alice"),
            Set.of());

    private final WeightLedger ledger = new WeightLedger(VOCABULARY);
    private final RelevanceModel model = ledger.model();

    @Test
    void startsUsefulFromTheVocabularyAlone() {
        assertThat(relevance(false, "java")).isCloseTo(0.5, within(0.05));
        assertThat(relevance(false, "flink")).isGreaterThan(0.6);
        assertThat(relevance(false, "java", "kafka")).isGreaterThan(0.6);
        assertThat(relevance(true)).isGreaterThan(0.75);
        assertThat(relevance(true, "java")).isGreaterThan(0.85);
        assertThat(relevance(false)).isLessThan(0.35);
    }

    @Test
    void contributionsAddUpToTheLogOdds() {
        for (int i = 0; i < 50; i++) {
            Score score = model.score(Features.of(post("bob" + i % 5, i % 7 == 0, "java", "flink")));
            double sum = score.contributions().stream()
                    .mapToDouble(Contribution::amount)
                    .sum();
            assertThat(sum).isCloseTo(score.logOdds(), within(1e-9));
            assertThat(score.relevance()).isEqualTo(RelevanceModel.probability(score.logOdds()));
            ledger.take(decision(i, i % 3 == 0, "", Features.toMap(Features.of(post("bob" + i % 5, false, "java")))));
        }
    }

    @Test
    void storedFeaturesScoreAsThePostDid() {
        List<Feature> features = Features.of(post("bob", true, "java", "flink"));
        assertThat(model.relevance(Features.toMap(features)))
                .isEqualTo(model.score(features).relevance());
    }

    @Test
    void approvalRaisesAndRejectionLowersItsLike() {
        Map<String, Double> features = Features.toMap(Features.of(post("bob", false, "java")));
        double before = model.relevance(features);
        ledger.take(decision(1, true, "", features));
        double liked = model.relevance(features);
        assertThat(liked).isGreaterThan(before + 0.05);
        ledger.take(decision(2, false, "", features));
        assertThat(model.relevance(features)).isLessThan(liked - 0.05);
    }

    @Test
    void deviationShrinksWithDecisions() {
        Map<String, Double> features = Map.of("keyword:java", 1.0);
        double before = model.weight("keyword", "java").deviation();
        for (int i = 1; i <= 20; i++) {
            ledger.take(decision(i, i % 2 == 0, "", features));
        }
        Weight after = model.weight("keyword", "java");
        assertThat(after.deviation()).isPositive().isLessThan(before);
        assertThat(after.decisions()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "off-topic, keyword;hashtag;phrase;word;stem;mention;link",
        "not-this-author, author",
        "low-quality, author;via;link;reach",
        "tone, sentiment",
        "Already seen,''",
        "seen,''",
        "'', bias;keyword;author;via;hashtag;link;phrase;word;stem;mention;language;platform;sentiment;reach",
    })
    void rejectionTeachesWhatItsReasonSpeaksAbout(String reason, String kinds) {
        PostFacts post = new PostFacts(
                List.of("java"),
                "bob",
                false,
                "carol",
                false,
                List.of("jvm"),
                List.of("example.org"),
                List.of("fast code"),
                "en",
                -0.5,
                10,
                "x");
        Map<String, Double> features = Features.toMap(Features.of(post, "fast @ada"));
        Set<String> moved = new HashSet<>();
        for (Weight weight : ledger.take(decision(1, false, reason, features))) {
            if (weight.mean()
                    != RelevanceModel.of(VOCABULARY)
                            .weight(weight.kind(), weight.name())
                            .mean()) {
                moved.add(weight.kind());
            }
        }
        assertThat(moved).isEqualTo(kinds.isEmpty() ? Set.of() : Set.of(kinds.split(";")));
    }

    @Test
    void wordsOfTheTextTellPostsOfOneKeywordApart() {
        List<Feature> wanted = Features.of(post("a", false, "java"), "Java tuning tips https://t.co/abc");
        List<Feature> unwanted = Features.of(post("b", false, "java"), "the island of JAVA");
        for (int i = 0; i < 10; i++) {
            ledger.take(decision(2 * i, true, "", Features.toMap(wanted)));
            ledger.take(decision(2 * i + 1, false, "off-topic", Features.toMap(unwanted)));
        }
        List<Feature> next = Features.of(post("c", false, "java"), "tuning Java");
        List<Feature> other = Features.of(post("c", false, "java"), "Java is an island");
        assertThat(model.score(next).relevance())
                .isGreaterThan(model.score(other).relevance() + 0.2);
    }

    @Test
    void featuresOfOneDecisionAreLearntBeyondIt() {
        List<Feature> liked = Features.of(post("a", false, "java"), "garbage collector pauses measured");
        ledger.take(decision(1, true, "", Features.toMap(liked)));
        List<Feature> alike = Features.of(post("z", false, "java"), "how collector pauses grow");
        List<Feature> other = Features.of(post("z", false, "java"), "how espresso machines grow");
        assertThat(model.score(alike).logOdds())
                .isGreaterThan(model.score(other).logOdds() + 0.1);
    }

    @Test
    void whatIsUnsurePromisesMoreThanWhatIsKnown() {
        List<Feature> known = Features.of(post("bob", false, "java"), "java beans");
        for (int i = 0; i < 40; i++) {
            ledger.take(decision(i, i % 2 == 0, "", Features.toMap(known)));
        }
        Score old = model.score(known);
        Score fresh = model.score(Features.of(post("eve", false, "java"), "java records"));
        assertThat(fresh.deviation()).isGreaterThan(old.deviation());
        assertThat(fresh.promise() - fresh.logOdds()).isGreaterThan(old.promise() - old.logOdds());
    }

    @Test
    void weightsLearntElsewhereScoreTheSame() {
        List<Feature> features = Features.of(post("bob", false, "java"));
        ledger.take(decision(1, true, "", Features.toMap(features)));
        RelevanceModel other = RelevanceModel.of(VOCABULARY, model.weights());
        assertThat(other.score(features)).isEqualTo(model.score(features));
    }

    @Test
    void refusesFeaturesThatAreNoNumbers() {
        assertThatThrownBy(() -> model.score(List.of(new Feature("keyword", "java", Double.NaN))))
                .hasMessageContaining("keyword:java")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Decision(7, "x:7", true, "", Map.of("reach:reposts", Double.POSITIVE_INFINITY)))
                .hasMessageContaining("reach:reposts")
                .hasMessageContaining("7");
        assertThatThrownBy(() -> model.put(List.of(new Weight("author", "bob", Double.NaN, 1, 1))))
                .hasMessageContaining("author:bob");
        assertThat(model.weights()).isEmpty();
    }

    /** The relevance of a post of usual length. */
    private double relevance(boolean trusted, String... keywords) {
        String text = "fresh bread rises overnight while seven bakers sleep beside ovens";
        return model.score(Features.of(post("someone", trusted, keywords), text))
                .relevance();
    }

    private static PostFacts post(String author, boolean trusted, String... keywords) {
        return new PostFacts(
                List.of(keywords),
                author,
                trusted,
                "",
                false,
                List.of(),
                List.of(),
                List.of(),
                "en",
                0.25,
                3,
                "bluesky");
    }

    private static Lesson decision(long sequence, boolean approved, String reason, Map<String, Double> features) {
        return new Lesson(
                sequence, approved ? Lesson.Kind.APPROVE : Lesson.Kind.REJECT, "x:" + sequence, reason, features);
    }
}
