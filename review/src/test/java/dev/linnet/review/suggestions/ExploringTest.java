package dev.linnet.review.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.queue.WeightRow;
import dev.linnet.review.suggestions.Ranking.Ranked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExploringTest {
    private static final WeightRow KNOWN = new WeightRow("word", "moss", 0.5, 0.1, 50);
    private final Exploring exploring = new Exploring(Vocabulary.of(List.of()), List.of(KNOWN));

    @Test
    void everyTenthPlaceIsForWhatTheModelIsLeastSureOf() {
        List<Ranked> ranked = ranked(40, 33);

        List<Ranked> places = exploring.places(ranked, 0, 20);

        assertThat(places).hasSize(20);
        assertThat(places.get(9).id()).isEqualTo("x:33");
        assertThat(places.get(9).exploring()).isEqualTo("word: soap");
        assertThat(places).filteredOn(one -> !one.exploring().isEmpty()).hasSize(2);
        assertThat(places.subList(0, 9)).isEqualTo(ranked.subList(0, 9));
    }

    @Test
    void placesStayWhereTheyAreAsTheDayGoesOn() {
        List<Ranked> ranked = ranked(40, 33);

        assertThat(exploring.places(ranked.subList(5, 40), 5, 15).get(4).id()).isEqualTo("x:33");
        assertThat(exploring.places(ranked.subList(9, 40), 9, 11).get(0).id()).isEqualTo("x:33");
        assertThat(exploring.places(ranked.subList(18, 33), 18, 1))
                .extracting(Ranked::exploring)
                .containsExactly("");
    }

    @Test
    void nothingIsSetAsideWhenAllHasAPlace() {
        List<Ranked> ranked = ranked(15, 14);

        assertThat(exploring.places(ranked, 0, 20)).isEqualTo(ranked);
        assertThat(exploring.places(ranked, 20, 0)).isEmpty();
    }

    private static List<Ranked> ranked(int count, int unsure) {
        List<QueuedSuggestion> queued = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            queued.add(queued("x:" + i, 0.9 - i * 0.01, i == unsure ? "soap" : "moss"));
        }
        return Ranking.by(List.of(KNOWN)).rank(queued);
    }

    private static QueuedSuggestion queued(String id, double relevance, String word) {
        Suggestion suggestion = new Suggestion(
                id,
                "x",
                "ana",
                "Ana",
                "text",
                "en",
                "",
                Instant.EPOCH,
                List.of(),
                relevance,
                List.of(new Contribution("word", word, 1, 0.5)),
                "neutral",
                0,
                false,
                0);
        return new QueuedSuggestion(suggestion, SuggestionState.OPEN, Instant.EPOCH, null, null);
    }
}
