package dev.linnet.pipeline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.Changes;
import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.balance.StageDelta;
import dev.linnet.pipeline.dedupe.PostChange;
import dev.linnet.pipeline.enrich.ProfanityRules.Action;
import dev.linnet.pipeline.filter.FilterRules;
import dev.linnet.pipeline.filter.FixedVocabulary;
import dev.linnet.pipeline.post.Post;
import java.time.Duration;
import java.util.List;
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
        try (var harness = open(QUIET, Set.of(), Action.FLAG)) {
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
        try (var harness = open(QUIET, Set.of("en"), Action.FLAG)) {
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
        try (var harness = open(QUIET, Set.of("en"), Action.FLAG)) {
            send(harness, Changes.put(GERMAN, false, "k"));

            assertThat(harness.extractOutputValues())
                    .extracting(read -> read.change().action())
                    .containsExactly(PostChange.Action.WITHDRAW);
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS)).isNull();
        }
    }

    @Test
    void profanityIsFlaggedOrDropped() throws Exception {
        PostReaderOptions options = QUIET.withProfaneWords(List.of("deuce"));
        try (var harness = open(options, Set.of(), Action.FLAG)) {
            send(harness, Changes.put(ENGLISH, true, "k"));
            assertThat(harness.extractOutputValues())
                    .singleElement()
                    .satisfies(read ->
                            assertThat(read.requireReading().isVolatile()).isTrue());
        }
        try (var harness = open(options, Set.of(), Action.DROP)) {
            send(harness, Changes.put(ENGLISH, true, "k"));
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("filtered", "profanity", 1));
        }
    }

    @Test
    void maskedWordsReachNoOutput() throws Exception {
        Post post =
                Posts.post("3", "ann", "Holy shit, that talk &amp; the #ShitShow after it https://t.co/x", Posts.START);
        try (var harness = open(QUIET, Set.of(), Action.MASK)) {
            send(harness, Changes.put(post, true, "k"));

            assertThat(harness.extractOutputValues()).singleElement().satisfies(read -> {
                assertThat(read.change().requireCandidate().requirePost().text())
                        .isEqualTo("Holy s***, that talk &amp; the #S***Show after it https://t.co/x");
                assertThat(read.requireReading().isVolatile()).isTrue();
                assertThat(read.requireReading().toString().toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("shit");
            });
        }
    }

    @Test
    void eachKindOfProfanityHasItsOwnRule() throws Exception {
        ProfanityRules rules = new ProfanityRules(Action.FLAG, Action.MASK, Action.DROP);
        try (var harness = open(new ReadingRules(QUIET, new FilterRules(Set.of()), rules))) {
            send(harness, Changes.put(Posts.post("3", "ann", "no shit and no porn", Posts.START), true, "k"));
            send(harness, Changes.put(Posts.post("4", "ann", "what a retard he is", Posts.START), true, "k"));

            assertThat(harness.extractOutputValues())
                    .extracting(read ->
                            read.change().requireCandidate().requirePost().text())
                    .containsExactly("no shit and no p***");
            assertThat(harness.getSideOutput(EnrichFunction.COUNTS))
                    .extracting(StreamRecord::getValue)
                    .containsExactly(new StageDelta("filtered", "hateful", 1));
        }
    }

    @Test
    void moodTowardsAKeywordIsThatOfItsClause() throws Exception {
        String text = "I love my #LumenCam so much, wonderful thing! But the battery is a terrible joke";
        try (var harness = open(PostReaderOptions.defaults(), Set.of(), Action.FLAG)) {
            send(
                    harness,
                    Changes.put(Posts.post("5", "ann", text, Posts.START), true, "battery", "lumen camera", "other"));

            assertThat(harness.extractOutputValues().get(0).moods())
                    .hasEntrySatisfying(
                            "lumen camera", mood -> assertThat(mood.label()).isEqualTo(Sentiment.Label.POSITIVE))
                    .hasEntrySatisfying(
                            "battery", mood -> assertThat(mood.label()).isEqualTo(Sentiment.Label.NEGATIVE))
                    .doesNotContainKey("other");
        }
    }

    @Test
    void postThatTakesTooLongIsADeadLetter() throws Exception {
        PostReaderOptions hurried = PostReaderOptions.defaults().withBudget(Duration.ofNanos(1));
        try (var harness = open(hurried, Set.of(), Action.FLAG)) {
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
            PostReaderOptions options, Set<String> languages, Action profanity) throws Exception {
        return open(new ReadingRules(options, new FilterRules(languages), ProfanityRules.all(profanity)));
    }

    private static OneInputStreamOperatorTestHarness<PostChange, ReadPost> open(ReadingRules rules) throws Exception {
        Vocabulary vocabulary = new Vocabulary(
                0,
                List.of(Keyword.of("battery", 1), new Keyword("lumen camera", 1, false, List.of("lumencam"))),
                Set.of(),
                Set.of());
        return ProcessFunctionTestHarnesses.forProcessFunction(
                new EnrichFunction(new FixedVocabulary(vocabulary), rules));
    }

    private static void send(OneInputStreamOperatorTestHarness<PostChange, ReadPost> harness, PostChange change)
            throws Exception {
        harness.processElement(change, change.created().toEpochMilli());
    }
}
