package dev.linnet.pipeline.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.pipeline.MemoryJournal;
import dev.linnet.queue.JournalEntry;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalTailOperatorTest {
    private final MemoryJournal journal = MemoryJournal.empty();

    @Test
    void resumedRunReadsTheWholeJournalAndSaysWhatIsKnown() throws Exception {
        decide(2);
        OperatorSubtaskState state = run(null).state();
        decide(1);

        Run resumed = run(state);
        assertThat(resumed.news())
                .extracting(news -> news.entry().sequence(), JournalNews::known, JournalNews::last)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, true, false),
                        org.assertj.core.groups.Tuple.tuple(2L, true, false),
                        org.assertj.core.groups.Tuple.tuple(3L, false, true));
        assertThat(run(resumed.state()).news()).allMatch(JournalNews::known);
    }

    @Test
    void longJournalIsOneBurst() throws Exception {
        decide(1_700);

        List<JournalNews> news = run(null).news();
        assertThat(news).hasSize(1_700);
        assertThat(news).filteredOn(JournalNews::last).containsExactly(news.get(1_699));
    }

    @Test
    void otherJournalAfterARestartIsLearntFromItsBeginning() throws Exception {
        decide(5);
        OperatorSubtaskState state = run(null).state();
        journal.entries().subList(2, 5).clear();

        assertThat(run(state).news())
                .extracting(news -> news.entry().sequence())
                .containsExactly(1L, 2L);
    }

    /** What a run emitted, and its checkpoint. */
    private record Run(List<JournalNews> news, OperatorSubtaskState state) {}

    private Run run(@Nullable OperatorSubtaskState state) throws Exception {
        try (var harness =
                new OneInputStreamOperatorTestHarness<String, JournalNews>(new JournalTailOperator<>(journal))) {
            if (state != null) {
                harness.initializeState(state);
            }
            harness.open();
            harness.endInput();
            return new Run(harness.extractOutputValues(), harness.snapshot(1, 1));
        }
    }

    private void decide(int count) {
        for (int i = 0; i < count; i++) {
            journal.append(JournalEntry.Act.APPROVE, "x:1", Map.of());
        }
    }
}
