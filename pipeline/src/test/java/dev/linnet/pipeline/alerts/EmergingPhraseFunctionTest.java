package dev.linnet.pipeline.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.filter.FixedVocabulary;
import dev.linnet.pipeline.phrases.PhrasePost;
import dev.linnet.pipeline.phrases.PhrasePosts;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EmergingPhraseFunctionTest {
    private static final Vocabulary VOCABULARY =
            new Vocabulary(0, List.of(Keyword.of("nests", 1)), Set.of(), Set.of("lottery"));

    @Test
    void alertSaysWhatIsUsualWhoUsedItAndWhatCameWithIt() throws Exception {
        try (var harness = harness(null)) {
            everyday(harness, 0, 3_600);
            rise(harness, "#windowmap", 3_600, 12);

            assertThat(harness.extractOutputValues()).singleElement().satisfies(alert -> {
                assertThat(alert.kind()).isEqualTo(Alert.Kind.EMERGING);
                assertThat(alert.subject()).isEqualTo("#windowmap");
                assertThat(alert.id()).isEqualTo("emerging:#windowmap:1793491200");
                assertThat(alert.text())
                        .contains("authors used it within 20 minutes")
                        .contains("hardly seen before");
                assertThat(alert.posts())
                        .hasSize(5)
                        .extracting(Alert.DrivingPost::author)
                        .doesNotHaveDuplicates();
                assertThat(alert.words()).contains("glass");
                assertThat(alert.series()).hasSize(16).last().matches(last -> last > 0);
                assertThat(alert.sentiment()).isEqualTo(0.2);
                assertThat(alert.closed()).isNull();
            });
        }
    }

    @Test
    void restartTellsTheSameAlertIdAndNothingTwice() throws Exception {
        OperatorSubtaskState before;
        OperatorSubtaskState after;
        String id;
        try (var harness = harness(null)) {
            everyday(harness, 0, 3_600);
            before = harness.snapshot(1, 1);
            rise(harness, "#windowmap", 3_600, 12);
            id = harness.extractOutputValues().get(0).id();
            after = harness.snapshot(2, 2);
        }
        try (var harness = harness(before)) {
            rise(harness, "#windowmap", 3_600, 12);
            assertThat(harness.extractOutputValues()).extracting(Alert::id).containsExactly(id);
        }
        try (var harness = harness(after)) {
            rise(harness, "#windowmap", 4_000, 12);
            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void startedAnewAfterAnyPostItTellsWhatAnUndisturbedRunTells() throws Exception {
        List<PhrasePost> posts = new ArrayList<>();
        for (int second = 0; second < 3_600; second += 10) {
            posts.add(everydayPost(second));
        }
        for (int i = 0; i < 20; i++) {
            posts.add(risen("#windowmap", i, 3_600));
            posts.add(everydayPost(3_605 + i * 30));
        }
        List<String> undisturbed = told(posts, posts.size());
        assertThat(undisturbed).hasSize(1);

        for (int stop = 360; stop < posts.size(); stop += 3) {
            assertThat(told(posts, stop)).as("stopped after post %d", stop).isEqualTo(undisturbed);
        }
    }

    /** When what was told, by a function that was started anew after some posts. */
    private static List<String> told(List<PhrasePost> posts, int stop) throws Exception {
        List<String> told = new ArrayList<>();
        OperatorSubtaskState state;
        try (var harness = harness(null)) {
            tell(harness, posts.subList(0, stop), told);
            state = harness.snapshot(1, 1);
        }
        try (var harness = harness(state)) {
            tell(harness, posts.subList(stop, posts.size()), told);
        }
        return told;
    }

    private static void tell(
            TwoInputStreamOperatorTestHarness<PhrasePost, JournalEntry, Alert> harness,
            List<PhrasePost> posts,
            List<String> told)
            throws Exception {
        for (PhrasePost post : posts) {
            harness.processElement1(new StreamRecord<>(post));
        }
        harness.extractOutputValues().forEach(alert -> told.add(alert.id() + " at " + alert.opened()));
    }

    @Test
    void alertClosesWhenNobodyUsesThePhraseAnyMore() throws Exception {
        try (var harness = harness(null)) {
            everyday(harness, 0, 3_600);
            rise(harness, "#windowmap", 3_600, 12);
            everyday(harness, 4_000, 4_000 + (int) EmergingPhraseFunction.SILENT.toSeconds());

            List<Alert> alerts = harness.extractOutputValues();
            assertThat(alerts).hasSize(2);
            assertThat(alerts.get(1).id()).isEqualTo(alerts.get(0).id());
            assertThat(alerts.get(1).closed()).isNotNull();
        }
    }

    @Test
    void trackedAndMutedTopicsDoNotEmerge() throws Exception {
        try (var harness = harness(null)) {
            everyday(harness, 0, 3_600);
            rise(harness, "#Nest", 3_600, 12);
            rise(harness, "#lottery", 3_601, 12);

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    @Test
    void whatPeopleRejectDoesNotEmerge() throws Exception {
        try (var harness = harness(null)) {
            everyday(harness, 0, 3_600);
            for (int i = 0; i < 12; i++) {
                PhrasePost post = risen("#windowmap", i, 3_600);
                harness.processElement1(new StreamRecord<>(post));
                harness.processElement2(new StreamRecord<>(
                        new JournalEntry(i + 1, post.at(), "ana", JournalEntry.Act.REJECT, post.key(), "", Map.of())));
            }
            everyday(harness, 4_000, 4_100);

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    private static TwoInputStreamOperatorTestHarness<PhrasePost, JournalEntry, Alert> harness(
            @Nullable OperatorSubtaskState state) throws Exception {
        TwoInputStreamOperatorTestHarness<PhrasePost, JournalEntry, Alert> harness =
                new TwoInputStreamOperatorTestHarness<>(
                        new CoProcessOperator<>(new EmergingPhraseFunction(new FixedVocabulary(VOCABULARY))));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void everyday(
            TwoInputStreamOperatorTestHarness<PhrasePost, JournalEntry, Alert> harness, int from, int to)
            throws Exception {
        for (int second = from; second < to; second += 10) {
            harness.processElement1(new StreamRecord<>(everydayPost(second)));
        }
    }

    private static PhrasePost everydayPost(int second) {
        return PhrasePosts.post(
                "someone" + second, second, 0.8, true, "about #word" + second / 10 % 20 + " then " + second);
    }

    private static void rise(
            TwoInputStreamOperatorTestHarness<PhrasePost, JournalEntry, Alert> harness, String tag, int from, int uses)
            throws Exception {
        for (int i = 0; i < uses; i++) {
            harness.processElement1(new StreamRecord<>(risen(tag, i, from)));
        }
    }

    private static PhrasePost risen(String tag, int i, int from) {
        return PhrasePosts.post("author" + i + from, from + i * 30, 0.9, true, i + " see " + tag + " of glass");
    }
}
