package dev.linnet.review.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.review.suggestions.Ranking.Ranked;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private final Ranked first = ranked("first").over(List.of(ranked("folded")));
    private final Ranked second = ranked("second");
    private final List<Ranked> shown = List.of(first, second);
    private final List<Ranked> settled = List.of(ranked("settled"));

    @Test
    void shownOneLiesBetweenItsNeighbours() {
        assertThat(Place.of("first", shown, settled)).isEqualTo(new Place(first, 0, "", "second"));
        assertThat(Place.of("second", shown, settled)).isEqualTo(new Place(second, 1, "first", ""));
    }

    @Test
    void foldedOneIsFollowedByWhatIsNotAlike() {
        assertThat(Place.of("folded", shown, settled))
                .isEqualTo(new Place(first.alike().get(0), 0, "first", "second"));
    }

    @Test
    void settledOneCanBeLookedAtToo() {
        assertThat(Place.of("settled", shown, settled)).isEqualTo(new Place(settled.get(0), -1, "", "first"));
    }

    @Test
    void unknownOneGivesWayToTheFirst() {
        assertThat(Place.of("gone", shown, settled)).isEqualTo(new Place(first, 0, "", "second"));
        assertThat(Place.of("gone", List.of(), settled)).isEqualTo(new Place(null, 0, "", ""));
    }

    private static Ranked ranked(String id) {
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
                0.5,
                List.of(),
                "neutral",
                0,
                false,
                0);
        return new Ranked(
                new QueuedSuggestion(suggestion, SuggestionState.OPEN, Instant.EPOCH, null, null),
                0.5,
                List.of(),
                "",
                List.of());
    }
}
