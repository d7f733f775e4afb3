package dev.linnet.pipeline.output;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.queue.Suggestion;
import dev.linnet.sinks.points.Point;
import dev.linnet.sinks.queue.QueueCommand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliverFunctionTest {
    private static final Post POST = Posts.post("1", "ann", "Flink counts nests", Posts.START);

    private OneInputStreamOperatorTestHarness<ScoredPost, Point> harness;

    @BeforeEach
    void open() throws Exception {
        harness = ProcessFunctionTestHarnesses.forProcessFunction(
                new DeliverFunction(new OutputRules(0.6, Set.of("me"), false)));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void relevantPostBecomesAPointAKeywordAndASuggestion() throws Exception {
        send(ScoredPosts.put(POST, 0.6, Posts.START, true, "flink", "nests"));

        assertThat(harness.extractOutputValues())
                .extracting(Point::measurement, point -> point.tags().get("keyword"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("post", "flink"),
                        org.assertj.core.groups.Tuple.tuple("post", "nests"),
                        org.assertj.core.groups.Tuple.tuple("suggestion", "flink"));
        assertThat(harness.extractOutputValues())
                .allSatisfy(point -> assertThat(point.texts()).doesNotContainKey("text"));
        Suggestion suggestion = requireNonNull(commands().get(0).suggestion());
        assertThat(suggestion.id()).isEqualTo("x:1");
        assertThat(suggestion.explanation()).hasSize(1);
        assertThat(suggestion.reach()).isEqualTo(3);
    }

    @Test
    void suggestionTellsItsConversationAndPages() throws Exception {
        send(ScoredPosts.put(
                Posts.answer(POST, "7", List.of("https://www.nests.example/a?utm_source=x", "https://nests.example/")),
                0.6,
                Posts.START,
                true,
                "flink"));

        Suggestion suggestion = requireNonNull(commands().get(0).suggestion());
        assertThat(suggestion.conversation()).isEqualTo("x:7");
        assertThat(suggestion.links()).containsExactly("nests.example/a");
    }

    @Test
    void pointOfAKeywordHasTheMoodTowardsIt() throws Exception {
        Map<String, Sentiment> moods = Map.of("nests", new Sentiment(Sentiment.Label.NEGATIVE, -0.7));
        send(ScoredPosts.put(POST, 0.6, Posts.START, true, moods, "flink", "nests"));

        assertThat(harness.extractOutputValues().subList(0, 2))
                .extracting(
                        point -> point.tags().get("sentiment"),
                        point -> point.numbers().get("sentiment_score"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("positive", 0.5),
                        org.assertj.core.groups.Tuple.tuple("negative", -0.7));
        assertThat(requireNonNull(commands().get(0).suggestion()).sentiment()).isEqualTo("positive");
    }

    @Test
    void lessRelevantPostsAndTheAuthorsOwnAreNotSuggested() throws Exception {
        send(ScoredPosts.put(POST, 0.59, Posts.START, true, "flink"));
        send(ScoredPosts.put(Posts.post("2", "me", "Flink again", Posts.START), 0.9, Posts.START, true, "flink"));

        assertThat(harness.extractOutputValues()).extracting(Point::measurement).containsExactly("post", "post");
        assertThat(commands()).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsTakenWhereItStands() throws Exception {
        send(ScoredPosts.put(POST, 0.9, Posts.START, true, "flink"));
        long time = harness.extractOutputValues().get(0).time();
        send(ScoredPosts.gone(PostChange.Action.WITHDRAW, POST, "flink"));
        send(ScoredPosts.gone(PostChange.Action.DELETE, POST, "flink"));

        assertThat(harness.extractOutputValues().subList(2, 6))
                .containsExactly(
                        Point.delete("post", time),
                        Point.delete("suggestion", time),
                        Point.delete("post", time),
                        Point.delete("suggestion", time));
        assertThat(commands())
                .extracting(QueueCommand::kind)
                .containsExactly(QueueCommand.Kind.OFFER, QueueCommand.Kind.WITHDRAW, QueueCommand.Kind.DELETE);
    }

    private void send(ScoredPost scored) throws Exception {
        harness.processElement(scored, scored.created().toEpochMilli());
    }

    private List<QueueCommand> commands() {
        var records = Objects.requireNonNullElse(
                harness.getSideOutput(DeliverFunction.COMMANDS),
                new java.util.concurrent.ConcurrentLinkedQueue<StreamRecord<QueueCommand>>());
        return records.stream().map(StreamRecord::getValue).toList();
    }
}
