package dev.linnet.pipeline.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.Posts;
import dev.linnet.pipeline.filter.Candidate;
import dev.linnet.pipeline.post.Post;
import dev.linnet.sinks.queue.QueueCommand;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;

/** Nothing is remembered for ever, and what is remembered is remembered long enough. */
class MemoryTest {
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Post POST = Posts.post("1", "ann", "four words and more", Posts.START);

    @Test
    void dedupeForgetsPostsRepostsAndDeletions() throws Exception {
        try (var harness = dedupe()) {
            send(harness, candidate(POST));
            send(harness, candidate(Posts.repost(POST, "bob", "77", Posts.at(1), 1)));
            send(harness, Candidate.gone("x:2", Posts.at(2)));
            harness.setProcessingTime(MEMORY.toMillis() - 1);
            send(harness, Candidate.gone("x:1", Posts.at(3)));
            assertThat(harness.numKeyedStateEntries()).isPositive();

            harness.setProcessingTime(MEMORY.toMillis() * 3);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numProcessingTimeTimers()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void queueHearsOfADeletionOnceWhetherItsPostIsKnownOrNot() throws Exception {
        try (var harness = dedupe()) {
            send(harness, candidate(POST));
            for (int time = 0; time < 2; time++) {
                send(harness, Candidate.gone("x:1", Posts.at(2)));
                send(harness, Candidate.gone("x:2", Posts.at(3)));
            }

            assertThat(harness.getSideOutput(DedupeFunction.COMMANDS))
                    .extracting(record -> record.getValue())
                    .containsExactly(
                            QueueCommand.deleteKnown("x:1", Posts.at(2)), QueueCommand.deleteKnown("x:2", Posts.at(3)));
        }
    }

    @Test
    void deletionIsRememberedForItsOwnTime() throws Exception {
        try (var harness = dedupe()) {
            send(harness, candidate(POST));
            harness.setProcessingTime(MEMORY.toMillis() - 1);
            send(harness, Candidate.gone("x:1", Posts.at(3)));
            harness.setProcessingTime(MEMORY.toMillis() + 10);
            send(harness, candidate(POST));

            assertThat(harness.getSideOutput(DedupeFunction.COUNTS))
                    .extracting(record -> record.getValue().reason())
                    .containsExactly("tombstone");
        }
    }

    @Test
    void postThatWasLetInOnlyAfterAnEditCountsWhereItEnds() throws Exception {
        Post unwanted = Posts.edited(POST, "other words than these", Posts.at(5));
        try (var harness = dedupe()) {
            send(harness, Candidate.outgrown("x:1", Posts.at(5), unwanted));
            assertThat(harness.extractOutputValues()).isEmpty();
            send(harness, candidate(Posts.edited(POST, "four words and more again", Posts.at(9))));

            assertThat(harness.extractOutputValues()).singleElement().satisfies(news -> {
                assertThat(news.kind()).isEqualTo(PostNews.Kind.CONTENT);
                assertThat(news.first()).isTrue();
            });
            assertThat(harness.getSideOutput(DedupeFunction.COUNTS)).isNull();
        }
    }

    @Test
    void reachIsToldOnceForManyReposts() throws Exception {
        try (var harness = dedupe()) {
            send(harness, candidate(POST));
            for (int i = 1; i <= 5; i++) {
                send(harness, candidate(Posts.repost(POST, "fan" + i, "r" + i, Posts.at(i), 0)));
            }
            send(harness, candidate(Posts.repost(POST, "fan1", "r1", Posts.at(1), 0)));
            harness.processWatermark(Posts.at(60).toEpochMilli());

            assertThat(harness.extractOutputValues())
                    .extracting(PostNews::kind, PostNews::reach)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(PostNews.Kind.CONTENT, 0L),
                            org.assertj.core.groups.Tuple.tuple(PostNews.Kind.RAISED, 5L));
        }
    }

    @Test
    void copiesAndStandingsAreForgotten() throws Exception {
        List<PostChange> changes;
        try (var groups = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new NearCopyFunction(MEMORY), PostNews::group, Types.LONG)) {
            for (int i = 0; i < CopyGroup.MOST_WHOLE + 5; i++) {
                groups.processElement(news("x:" + i, i), Posts.at(i).toEpochMilli());
            }
            changes = groups.extractOutputValues();
            assertThat(changes).hasSize(1);
            groups.processWatermark(Posts.at(100).toEpochMilli());
            assertThat(groups.extractOutputValues().get(1).reach()).isEqualTo(CopyGroup.MOST_WHOLE + 4);

            groups.setProcessingTime(MEMORY.toMillis() + 1);
            assertThat(groups.numKeyedStateEntries()).isZero();
            assertThat(groups.numEventTimeTimers()).isZero();
            assertThat(groups.numProcessingTimeTimers()).isZero();
        }
        try (var settle = ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new SettleFunction(MEMORY), PostChange::key, Types.STRING)) {
            settle.processElement(changes.get(0), 0);
            assertThat(settle.numKeyedStateEntries()).isEqualTo(1);
            settle.setProcessingTime(MEMORY.toMillis() + 1);
            assertThat(settle.numKeyedStateEntries()).isZero();
            assertThat(settle.numProcessingTimeTimers()).isZero();
        }
    }

    private static PostNews news(String key, int second) {
        Post post = Posts.post(key.substring(2), "ann", "the same four words", Posts.at(second));
        return new PostNews(
                PostNews.Kind.CONTENT,
                key,
                7,
                1,
                Posts.at(second),
                Posts.at(second),
                0,
                Posts.at(second),
                "",
                true,
                candidate(post));
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Candidate, PostNews> dedupe() throws Exception {
        return ProcessFunctionTestHarnesses.forKeyedProcessFunction(
                new DedupeFunction(MEMORY), Candidate::key, Types.STRING);
    }

    static Candidate candidate(Post post) {
        return new Candidate(Candidate.Kind.POST, post.key(), post.arrived(), post, List.of("words"), false, "");
    }

    private static void send(
            KeyedOneInputStreamOperatorTestHarness<String, Candidate, PostNews> harness, Candidate candidate)
            throws Exception {
        harness.processElement(candidate, candidate.at().toEpochMilli());
    }
}
