package dev.linnet.pipeline.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.filter.FixedVocabulary;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.pipeline.windows.KeywordMention;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MentionFunctionTest {
    private static final Post POST = Posts.post("1", "ann", "Flink counts nests", Posts.START);

    private OneInputStreamOperatorTestHarness<ScoredPost, KeywordMention> harness;

    @BeforeEach
    void open() throws Exception {
        Vocabulary vocabulary = new Vocabulary(
                0,
                List.of(new Keyword("flink", 1, true, List.of()), Keyword.of("nests", 1)),
                Set.of(),
                Set.of("lottery"));
        harness = ProcessFunctionTestHarnesses.forProcessFunction(new MentionFunction(new FixedVocabulary(vocabulary)));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void eachKeywordIsMentionedWithItsPriority() throws Exception {
        send(ScoredPosts.put(POST, 0.9, Posts.at(5), true, "flink", "nests"));

        assertThat(harness.extractOutputValues())
                .extracting(KeywordMention::keyword, KeywordMention::priority, KeywordMention::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("flink", true, Posts.at(5)),
                        org.assertj.core.groups.Tuple.tuple("nests", false, Posts.at(5)));
    }

    @Test
    void eachPostGoesToTheDetectorOfPhrases() throws Exception {
        send(ScoredPosts.put(POST, 0.3, Posts.at(5), true, "flink"));

        assertThat(harness.getSideOutput(MentionFunction.PHRASES))
                .singleElement()
                .satisfies(record -> {
                    PhrasePost post = record.getValue();
                    assertThat(post.key()).isEqualTo(POST.key());
                    assertThat(post.relevance()).isEqualTo(0.3);
                    assertThat(post.tracked()).isTrue();
                    assertThat(post.at()).isEqualTo(Posts.at(5));
                    assertThat(post.topics()).contains("swift2026", "Guild of Ringers");
                });
    }

    @Test
    void mentionHasTheMoodTowardsItsKeyword() throws Exception {
        Map<String, Sentiment> moods = Map.of("flink", new Sentiment(Sentiment.Label.NEGATIVE, -0.7));
        send(ScoredPosts.put(POST, 0.9, Posts.START, true, moods, "flink", "nests"));

        assertThat(harness.extractOutputValues())
                .extracting(KeywordMention::keyword, KeywordMention::sentiment)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("flink", -0.7),
                        org.assertj.core.groups.Tuple.tuple("nests", 0.5));
    }

    @Test
    void growthOfAPostIsNoSecondUseOfItsWords() throws Exception {
        send(ScoredPosts.put(POST, 0.9, Posts.START, false, "flink"));

        assertThat(harness.getSideOutput(MentionFunction.PHRASES)).isNull();
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void postThatIsTakenAwayIsForgottenByTheDetectorOfPhrases() throws Exception {
        send(ScoredPosts.gone(PostChange.Action.WITHDRAW, POST, "flink"));

        assertThat(harness.getSideOutput(MentionFunction.PHRASES))
                .extracting(record -> record.getValue())
                .containsExactly(PhrasePost.gone(POST.key()));
    }

    @Test
    void oldPostThatIsMetOnlyNowIsNoNews() throws Exception {
        long limit = MentionFunction.NEWS.toSeconds();
        send(ScoredPosts.put(POST, 0.9, Posts.at(limit + 1), true, "flink"));
        assertThat(harness.extractOutputValues()).isEmpty();

        send(ScoredPosts.put(POST, 0.9, Posts.at(limit), true, "flink"));
        assertThat(harness.extractOutputValues()).hasSize(1);
    }

    @Test
    void whatIsTakenAwayIsTakenBackFromEachKeyword() throws Exception {
        send(ScoredPosts.gone(PostChange.Action.WITHDRAW, POST, "flink", "nests"));

        assertThat(harness.extractOutputValues())
                .extracting(KeywordMention::keyword, KeywordMention::gone)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("flink", true),
                        org.assertj.core.groups.Tuple.tuple("nests", true));
    }

    private void send(ScoredPost scored) throws Exception {
        harness.processElement(scored, scored.created().toEpochMilli());
    }
}
