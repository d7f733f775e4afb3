package dev.linnet.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentVocabularyTest {
    private static final Keyword WREN = new Keyword("wren", 2, true, List.of("jenny wren"));

    @TempDir
    Path folder;

    @Test
    void actsOfTheJournalAreAppliedInOrder() {
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            CurrentVocabulary vocabulary =
                    new CurrentVocabulary(() -> Vocabulary.of(List.of(WREN)), database.journal());
            assertThat(vocabulary.get().keywords()).containsExactly(WREN);

            write(database, Act.SET_KEYWORD, "wren", Map.of("weight", 5.0));
            write(database, Act.SET_KEYWORD, "Robin", Map.of("weight", 1.0, "priority", 1.0));
            write(database, Act.SET_KEYWORD, "broken", Map.of("weight", -1.0));
            write(database, Act.TRUST, "Ana", Map.of());
            write(database, Act.MUTE, "football", Map.of());
            write(database, Act.MUTE, "golf", Map.of());
            write(database, Act.UNMUTE, "golf", Map.of());

            assertThat(vocabulary.get().keywords())
                    .containsExactly(
                            new Keyword("wren", 5, true, List.of("jenny wren")),
                            new Keyword("robin", 1, true, List.of()));
            assertThat(vocabulary.get().trustedAuthors()).containsExactly("ana");
            assertThat(vocabulary.get().mutedTopics()).containsExactly("football");

            write(database, Act.REMOVE_KEYWORD, "robin", Map.of());
            assertThat(vocabulary.get().keywords()).extracting(Keyword::text).containsExactly("wren");
        }
    }

    @Test
    void actsThatTheSuppliedVocabularyHasAlreadyChangeNothing() {
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            write(database, Act.REMOVE_KEYWORD, "robin", Map.of());
            write(database, Act.SET_KEYWORD, "robin", Map.of("weight", 3.0));
            Vocabulary supplied = new Vocabulary(2, List.of(Keyword.of("robin", 3)), Set.of(), Set.of());

            assertThat(new CurrentVocabulary(() -> supplied, database.journal()).get())
                    .isEqualTo(supplied);
        }
    }

    private static void write(QueueDatabase database, Act act, String subject, Map<String, Double> data) {
        database.journal().append(Instant.EPOCH, "ana", act, subject, "", data);
    }
}
