package dev.linnet.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.Changes;
import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.filter.FilterRules;
import dev.linnet.pipeline.post.Post;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

class EnrichFunctionTest {
    private static final PostReaderOptions QUIET = PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF);
    private static final Post ENGLISH =
            Posts.post("1", "ann", "What the deuce is wrong with the stream processing of today?", Posts.START);
    private static final Post GERMAN = german();

    private static Post german() {
        Post post = Posts.post(
                "2", "ann", "Heute haben wir den ganzen Tag über Datenströme und ihre Fenster gesprochen", Posts.START);
        return new Post(
                post.platform(),
                post.id(),
                post.author(),
                post.authorName(),
                post.text(),
                post.created(),
                "und",
                0,
                0,
                0,
                post.links(),
                post.hashtags(),
                post.url(),
                "",
                "",
                post.arrived(),
                null);
    }

    @Test
    void whatIsTakenAwayPassesUnreadInItsOrder() throws Exception {
        try (var harness = open(QUIET, Set.of(), false)) {
            send(harness, Changes.put(ENGLISH, true, "k"));
            send(harness, Changes.gone(PostChange.Action.WITHDRAW, ENGLISH, "k"));
            send(harness, Changes.gone(PostChange.Action.DELETE, ENGLISH, "k"));

            assertThat(harness.extractOutputValues())
                    .extracting(read -> read.change().action(), read -> read.reading() != null)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(PostChange.Action.PUT, true),
                            org.assertj.core.groups.Tuple.tuple(PostChange.Action.WITHDRAW, false),
                            org.assertj.core.groups.Tuple.tuple(PostChange.Action.DELETE, false));
        }
    }

    @Test
    void languageThatTheTextShowsIsFilteredAndKept() throws Exception {
        try (var harness = open(QUIET, Set.of("en"), false)) {
            send(harness, Changes.put(ENGLISH, true, "k"));
            send(harness, Changes.put(GERMAN, true, "k"));

            assertThat(harness.extractOutputValues())
                    .extracting(read -> read.change().key())
                    .containsExactly("x:1");
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("filtered", "language", 1));
            assertThat(harness.getSideOutput(EnrichFunction.KEPT))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.getValue().excerpt()).startsWith("Heute"));
        }
    }

    @Test
    void laterChangeThatIsTurnedDownTakesTheEarlierOneAwayAndCountsNothing() throws Exception {
        try (var harness = open(QUIET, Set.of("en"), false)) {
            send(harness, Changes.put(GERMAN, false, "k"));

            assertThat(harness.extractOutputValues())
                    .extracting(read -> read.change().action())
                    .containsExactly(PostChange.Action.WITHDRAW);
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS)).isNull();
        }
    }

    @Test
    void profanityIsFlaggedOrDropped() throws Exception {
        PostReaderOptions options = QUIET.withProfaneWords(java.util.List.of("deuce"));
        try (var harness = open(options, Set.of(), false)) {
            send(harness, Changes.put(ENGLISH, true, "k"));
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(read ->
                            assertThat(read.requireReading().isVolatile()).isTrue());
        }
        try (var harness = open(options, Set.of(), true)) {
            send(harness, Changes.put(ENGLISH, true, "k"));
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("filtered", "profanity", 1));
        }
    }

    @Test
    void postThatTakesTooLongIsADeadLetter() throws Exception {
        PostReaderOptions hurried = PostReaderOptions.defaults().withBudget(Duration.ofNanos(1));
        try (var harness = open(hurried, Set.of(), false)) {
            send(harness, Changes.put(ENGLISH, true, "k"));

            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("unparseable", "nlp", 1));
            assertThat(harness.getSideOutput(EnrichFunction.KEPT))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.getValue().excerpt()).endsWith(ENGLISH.text()));
        }
    }

    private static OneInputStreamOperatorTestHarness<PostChange, ReadPost> open(
            PostReaderOptions options, Set<String> languages, boolean dropProfane) throws Exception {
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new EnrichFunction(new ReadingRules(options, new FilterRules(languages), dropProfane)));
    }

    private static void send(OneInputStreamOperatorTestHarness<PostChange, ReadPost> harness, PostChange change)
            throws Exception {
        harness.processElement(change, change.created().toEpochMilli());
    }
}
