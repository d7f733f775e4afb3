package dev.linnet.pipeline.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Weight;
import dev.linnet.pipeline.Changes;
import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.enrich.ReadPost;
import dev.linnet.pipeline.filter.FixedVocabulary;
import dev.linnet.pipeline.learn.WeightUpdate;
import dev.linnet.pipeline.post.Post;
import dev.linnet.queue.Contribution;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.BroadcastOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class ScoreFunctionTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of(Keyword.of("flink", 1)));
    private static final Post POST = Posts.post("1", "ann", "Flink counts nests", Posts.START);

    @Test
    void weightsChangeTheScoresThatFollow() throws Exception {
        try (var harness = open(0)) {
            double prior = relevance(harness);
            update(harness, new Weight("author", "ann", 2, 0.5, 1));
            assertThat(relevance(harness)).isGreaterThan(prior + 0.1);
            update(harness, new Weight("author", "ann", -2, 0.5, 2));
            assertThat(relevance(harness)).isLessThan(prior - 0.1);

            update(harness, new Weight("author", "ann", 0, 1, 0));
            assertThat(relevance(harness))
                    .as("no decision speaks of it any longer")
                    .isEqualTo(prior);
        }
    }

    @Test
    void wordsOfTheTextAreFeaturesToLearnFrom() throws Exception {
        try (var harness = open(0)) {
            double prior = relevance(harness);
            assertThat(last(harness).explanation())
                    .extracting(Contribution::kind, Contribution::name, Contribution::amount)
                    .contains(org.assertj.core.groups.Tuple.tuple("word", "nests", 0.0));

            update(harness, new Weight("word", "nests", 2, 0.5, 1));
            assertThat(relevance(harness)).isGreaterThan(prior);
        }
    }

    @Test
    void whatIsNotRelevantEnoughEndsHere() throws Exception {
        try (var harness = open(0.99)) {
            harness.processElement(Changes.read(Changes.put(POST, true, "flink")), 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(ScoreFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("filtered", "not-relevant", 1));

            harness.processElement(Changes.read(Changes.put(POST, false, "flink")), 0);
            assertThat(last(harness).action()).as("what stands of it goes").isEqualTo(PostChange.Action.WITHDRAW);
            assertThat(harness.getSideOutput(ScoreFunction.COUNTS)).hasSize(1);
        }
    }

    @Test
    void onlyTheFirstDeliveryCounts() throws Exception {
        try (var harness = open(0)) {
            harness.processElement(Changes.read(Changes.put(POST, true, "flink")), 0);
            harness.processElement(Changes.read(Changes.put(POST, false, "flink")), 0);
            harness.processElement(
                    new ReadPost(Changes.gone(PostChange.Action.DELETE, POST, "flink"), null, Map.of()), 0);

            assertThat(harness.extractOutputValues())
                    .extracting(ScoredPost::action)
                    .containsExactly(PostChange.Action.PUT, PostChange.Action.PUT, PostChange.Action.DELETE);
            assertThat(harness.getSideOutput(ScoreFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("delivered", "", 1));
        }
    }

    @Test
    void wholeWeightsTakeThePlaceOfAllBefore() throws Exception {
        try (var harness = open(0)) {
            double before = relevance(harness);
            update(harness, new Weight("keyword", "flink", 9, 0.1, 1));
            assertThat(relevance(harness)).isGreaterThan(before);

            harness.processBroadcastElement(new WeightUpdate(true, List.of()), 0);
            assertThat(relevance(harness)).isEqualTo(before);
        }
    }

    private static BroadcastOperatorTestHarness<ReadPost, WeightUpdate, ScoredPost> open(double leastRelevance)
            throws Exception {
        return ProcessFunctionTestHarnesses.forBroadcastProcessFunction(
                new ScoreFunction(new FixedVocabulary(VOCABULARY), leastRelevance), ScoreFunction.WEIGHTS);
    }

    private static void update(BroadcastOperatorTestHarness<ReadPost, WeightUpdate, ScoredPost> harness, Weight weight)
            throws Exception {
        harness.processBroadcastElement(new WeightUpdate(false, List.of(weight)), 0);
    }

    private static double relevance(BroadcastOperatorTestHarness<ReadPost, WeightUpdate, ScoredPost> harness)
            throws Exception {
        harness.processElement(Changes.read(Changes.put(POST, false, "flink")), 0);
        return last(harness).relevance();
    }

    private static ScoredPost last(BroadcastOperatorTestHarness<ReadPost, WeightUpdate, ScoredPost> harness) {
        List<ScoredPost> scored = harness.extractOutputValues();
        return scored.get(scored.size() - 1);
    }
}
