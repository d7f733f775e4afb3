package dev.linnet.pipeline.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.MemoryJournal;
import dev.linnet.queue.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class JournalVocabularyTest {
    private static final Vocabulary BASE = Vocabulary.of(List.of(Keyword.of("flink", 1)));

    private final MemoryJournal journal = MemoryJournal.empty();

    @Test
    void firstUseKnowsWhatTheJournalHolds() {
        journal.append(JournalEntry.Act.SET_KEYWORD, "  Event   Time ", Map.of("weight", 2.0, "priority", 1.0));
        journal.append(JournalEntry.Act.REMOVE_KEYWORD, "flink", Map.of());
        journal.append(JournalEntry.Act.TRUST, "@Tina", Map.of());
        journal.append(JournalEntry.Act.MUTE, "Lottery", Map.of());
        journal.append(JournalEntry.Act.SET_KEYWORD, "bad", Map.of("weight", -1.0));

        Vocabulary vocabulary = new JournalVocabulary(BASE, journal).current().vocabulary();

        assertThat(vocabulary.keywords()).containsExactly(new Keyword("event time", 2, true, List.of()));
        assertThat(vocabulary.trustedAuthors()).isEqualTo(Set.of("tina"));
        assertThat(vocabulary.mutedTopics()).isEqualTo(Set.of("lottery"));
        assertThat(vocabulary.version()).isEqualTo(5);
    }

    @Test
    void laterActsAreSwappedInForAllFeedsOfTheJvm() throws Exception {
        JournalVocabulary feed = new JournalVocabulary(BASE, journal);
        JournalVocabulary shipped = InstantiationUtil.clone(feed);
        assertThat(shipped.current()).isSameAs(feed.current());
        assertThat(feed.current().matcher().match("watermarks")).isEmpty();

        journal.append(JournalEntry.Act.SET_KEYWORD, "watermarks", Map.of());

        await().atMost(Duration.ofSeconds(10))
                .until(() -> !shipped.current().matcher().match("watermarks").isEmpty());
    }

    @Test
    void goesOnWhenTheJournalComesBack() {
        JournalVocabulary feed = new JournalVocabulary(BASE, journal);
        assertThat(feed.current().vocabulary().version()).isZero();
        journal.setDown(true);
        journal.append(JournalEntry.Act.MUTE, "lottery", Map.of());
        journal.setDown(false);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> feed.current().vocabulary().mutedTopics().contains("lottery"));
    }
}
