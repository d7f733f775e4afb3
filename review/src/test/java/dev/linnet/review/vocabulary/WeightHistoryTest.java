package dev.linnet.review.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.WeightRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final List<WeightRow> WREN = List.of(new WeightRow("word", "wren", 0, 1, 0));

    @TempDir
    Path folder;

    @Test
    void whatADeletedPostTaughtIsForgottenThoughItWasReadBefore() {
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            WeightHistory history = new WeightHistory(database.journal());
            database.suggestions().offer(List.of(suggestion("x:1", "wren"), suggestion("x:2", "owl")));
            database.suggestions().approve("x:1", "ana", NOON);
            database.suggestions().approve("x:2", "ana", NOON);
            List<Double> before = means(history);
            assertThat(before.get(before.size() - 1)).isPositive();

            database.suggestions().delete(List.of("x:1"), NOON);

            assertThat(means(history))
                    .isEqualTo(means(new WeightHistory(database.journal())))
                    .containsOnly(0.0);
        }
    }

    private static List<Double> means(WeightHistory history) {
        return history.of(WREN, Vocabulary.of(List.of())).getOrDefault("word:wren", List.of());
    }

    private static Suggestion suggestion(String id, String word) {
        return new Suggestion(
                id,
                "x",
                "bo",
                "Bo",
                "a " + word,
                "en",
                "https://example.org/" + id,
                NOON,
                List.of(),
                0.5,
                List.of(new Contribution("word", word, 1, 0)),
                "neutral",
                0,
                false,
                0);
    }
}
