package dev.linnet.pipeline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.post.PostEvent;
import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeywordFilterFunctionTest {
    private OneInputStreamOperatorTestHarness<PostEvent, Candidate> harness;

    @BeforeEach
    void open() throws Exception {
        Vocabulary vocabulary = new Vocabulary(
                0,
                List.of(Keyword.of("stream processing", 1), Keyword.of("flink", 1)),
                Set.of("tina"),
                Set.of("lottery"));
        harness = ProcessFunctionTestHarnesses.forProcessFunction(
                new KeywordFilterFunction(new FixedVocabulary(vocabulary), new FilterRules(Set.of("en"))));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void keywordsAreNamedOnceAndSorted() throws Exception {
        send(Posts.post("1", "ann", "Stream processing with #Flink, and more Flink", Posts.START));

        assertThat(harness.extractOutputValues()).singleElement().satisfies(candidate -> {
            assertThat(candidate.keywords()).containsExactly("flink", "stream processing");
            assertThat(candidate.trusted()).isFalse();
        });
    }

    @Test
    void trustLetsAPostInWithoutKeyword() throws Exception {
        send(Posts.post("1", "tina", "good morning", Posts.START));
        send(Posts.repost(Posts.post("2", "ann", "good night", Posts.START), "tina", "9", Posts.at(5), 1));

        assertThat(harness.extractOutputValues())
                .extracting(Candidate::trusted, Candidate::trustedVia)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, ""),
                        org.assertj.core.groups.Tuple.tuple(false, "tina"));
    }

    @Test
    void eachDropIsCountedByItsReason() throws Exception {
        send(Posts.post("1", "ann", "nothing of note", Posts.START));
        send(Posts.post("2", "tina", "win the lottery", Posts.START));
        Post german = Posts.post("3", "ann", "flink und fertig", Posts.START);
        send(inLanguage(german, "de"));
        send(inLanguage(Posts.post("4", "ann", "flink", Posts.START), "und"));

        assertThat(harness.extractOutputValues()).extracting(Candidate::key).containsExactly("x:4");
        assertThat(harness.getSideOutput(KeywordFilterFunction.COUNTS))
                .extracting(record -> record.getValue().reason())
                .containsExactly("no-keyword", "muted", "language");
    }

    @Test
    void editThatIsLetInNoLongerGoesOnAndIsCountedOnce() throws Exception {
        Post first = Posts.post("1", "ann", "flink", Posts.START);
        send(Posts.edited(first, "nothing of note", Posts.at(9)));
        send(Posts.edited(first, "flink, mended", Posts.at(10)));

        assertThat(harness.extractOutputValues())
                .extracting(Candidate::kind)
                .containsExactly(Candidate.Kind.OUTGROWN, Candidate.Kind.POST);
        assertThat(harness.getSideOutput(KeywordFilterFunction.COUNTS))
                .extracting(record -> record.getValue().reason())
                .containsExactly("no-keyword");
    }

    @Test
    void deletionsPass() throws Exception {
        harness.processElement(
                new PostEvent(PostEvent.Kind.DELETED, "x:1", Posts.at(3), null),
                Posts.at(3).toEpochMilli());

        assertThat(harness.extractOutputValues()).containsExactly(Candidate.gone("x:1", Posts.at(3)));
    }

    @Test
    void postFromTheFutureIsMadeWhenItWasMet() throws Exception {
        Post post = Posts.post("1", "ann", "flink", Posts.at(1_000_000));
        harness.processElement(PostEvent.of(post), Posts.at(7).toEpochMilli());

        Candidate candidate = harness.extractOutputValues().get(0);
        assertThat(candidate.at()).isEqualTo(Posts.at(7));
        assertThat(candidate.requirePost().created()).isEqualTo(Posts.at(7));
    }

    private void send(Post post) throws Exception {
        harness.processElement(PostEvent.of(post), post.arrived().toEpochMilli());
    }

    private static Post inLanguage(Post post, String language) {
        return new Post(
                post.platform(),
                post.id(),
                post.author(),
                post.authorName(),
                post.text(),
                post.created(),
                language,
                0,
                0,
                0,
                List.of(),
                List.of(),
                post.url(),
                "",
                "",
                post.arrived(),
                null);
    }
}
