package dev.linnet.pipeline.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.post.Post;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was written after the checkpoint, and comes otherwise the second time, is taken away. */
class AfterRestartTest {
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Post POST = Posts.post("1", "ann", "four words and more", Posts.START);
    private static final Post COPY = Posts.post("2", "bob", "four words and more", Posts.at(5));

    @Test
    void postThatNowComesAfterItsDeletionIsDeletedWhereItWasWritten() throws Exception {
        OperatorSubtaskState empty = snapshot(dedupe(null));
        try (var harness = dedupe(empty)) {
            harness.processElement(new StreamRecord<>(Candidate.gone("x:1", Posts.at(2))));
            harness.processElement(new StreamRecord<>(candidate(POST)));

            assertThat(harness.extractOutputValues()).singleElement().satisfies(news -> {
                assertThat(news.kind()).isEqualTo(PostNews.Kind.DELETED);
                assertThat(news.created()).isEqualTo(POST.created());
                assertThat(news.group()).isEqualTo(Fingerprint.of(POST));
            });
        }
    }

    @Test
    void copyThatNowLosesIsWithdrawnWhereItWasWritten() throws Exception {
        OperatorSubtaskState empty = snapshot(nearCopy(null));
        try (var harness = nearCopy(empty)) {
            for (PostNews news : news(POST, COPY)) {
                harness.processElement(new StreamRecord<>(news));
            }

            assertThat(harness.extractOutputValues())
                    .extracting(change -> change.action() + " " + change.key())
                    .containsExactly("PUT x:1", "WITHDRAW x:2");
        }
    }

    @Test
    void runThatWasNotRestartedTakesNothingAway() throws Exception {
        try (var dedupe = dedupe(null);
                var nearCopy = nearCopy(null)) {
            dedupe.processElement(new StreamRecord<>(Candidate.gone("x:1", Posts.at(2))));
            dedupe.processElement(new StreamRecord<>(candidate(POST)));
            for (PostNews news : news(POST, COPY)) {
                nearCopy.processElement(new StreamRecord<>(news));
            }

            assertThat(dedupe.extractOutputValues()).isEmpty();
            assertThat(nearCopy.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void settlePassesTheOrderForAPostItDoesNotKnow() throws Exception {
        List<PostChange> changes;
        try (var harness = nearCopy(snapshot(nearCopy(null)))) {
            for (PostNews news : news(POST, COPY)) {
                harness.processElement(new StreamRecord<>(news));
            }
            changes = harness.extractOutputValues();
        }
        KeyedOneInputStreamOperatorTestHarness<String, PostChange, PostChange> settle =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new SettleFunction(MEMORY)), PostChange::key, Types.STRING);
        try (settle) {
            settle.open();
            for (PostChange change : changes) {
                settle.processElement(new StreamRecord<>(change));
            }

            assertThat(settle.extractOutputValues())
                    .extracting(change -> change.action() + " " + change.key() + " " + change.created())
                    .containsExactly("PUT x:1 " + POST.created(), "WITHDRAW x:2 " + COPY.created());
        }
    }

    private static List<PostNews> news(Post... posts) throws Exception {
        try (var harness = dedupe(null)) {
            for (Post post : posts) {
                harness.processElement(new StreamRecord<>(candidate(post)));
            }
            return harness.extractOutputValues();
        }
    }

    private static Candidate candidate(Post post) {
        return MemoryTest.candidate(post);
    }

    private static <K, I, O> OperatorSubtaskState snapshot(KeyedOneInputStreamOperatorTestHarness<K, I, O> harness)
            throws Exception {
        try (harness) {
            return harness.snapshot(1, 1);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Candidate, PostNews> dedupe(
            @Nullable OperatorSubtaskState state) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new DedupeFunction(MEMORY)), Candidate::key, Types.STRING);
        return opened(harness, state);
    }

    private static KeyedOneInputStreamOperatorTestHarness<Long, PostNews, PostChange> nearCopy(
            @Nullable OperatorSubtaskState state) throws Exception {
        var harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new NearCopyFunction(MEMORY)), PostNews::group, Types.LONG);
        return opened(harness, state);
    }

    private static <K, I, O> KeyedOneInputStreamOperatorTestHarness<K, I, O> opened(
            KeyedOneInputStreamOperatorTestHarness<K, I, O> harness, @Nullable OperatorSubtaskState state)
            throws Exception {
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }
}
