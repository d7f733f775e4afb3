package dev.linnet.review.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.queue.Contribution;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.queue.WeightRow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final Contribution BIRDS = new Contribution("keyword", "birds", 1, 1.0);
    private static final Contribution ANA = new Contribution("author", "ana", 2, -1.0);

    @Test
    void withoutWeightsEverythingStaysAsStored() {
        var ranked = Ranking.by(List.of()).rank(List.of(queued("a", 0.3, BIRDS), queued("b", 0.7, ANA)));

        assertThat(ranked).extracting(Ranking.Ranked::id).containsExactly("b", "a");
        assertThat(ranked).extracting(Ranking.Ranked::relevance).containsExactly(0.7, 0.3);
    }

    @Test
    void toldWeightShiftsTheLogOdds() {
        WeightRow birds = new WeightRow("keyword", "birds", 3, 0.1, 2);
        var ranked = Ranking.by(List.of(birds))
                .rank(List.of(queued("a", 0.5, BIRDS, ANA)))
                .get(0);

        assertThat(ranked.relevance()).isCloseTo(1 / (1 + Math.exp(-2.0)), within(1e-12));
        assertThat(ranked.reasons()).containsExactly(new Contribution("keyword", "birds", 1, 3.0), ANA);
    }

    @Test
    void featureThatAddsNothingIsNoReasonUntilItIsLearnt() {
        Contribution word = new Contribution("word", "nest", 0.5, 0);
        assertThat(Ranking.by(List.of())
                        .rank(List.of(queued("a", 0.5, BIRDS, word)))
                        .get(0)
                        .reasons())
                .containsExactly(BIRDS);

        WeightRow learnt = new WeightRow("word", "nest", 0.25, 0.1, 1);
        assertThat(Ranking.by(List.of(learnt))
                        .rank(List.of(queued("a", 0.5, BIRDS, word)))
                        .get(0)
                        .reasons())
                .containsExactly(BIRDS, new Contribution("word", "nest", 0.5, 0.125));
    }

    @Test
    void amountIsValueTimesMean() {
        WeightRow ana = new WeightRow("author", "ana", 0.25, 0.1, 2);

        assertThat(Ranking.by(List.of(ana))
                        .rank(List.of(queued("a", 0.5, ANA)))
                        .get(0)
                        .reasons())
                .containsExactly(new Contribution("author", "ana", 2, 0.5));
    }

    @Test
    void brokenWeightsAndCertaintiesChangeNothing() {
        WeightRow broken = new WeightRow("keyword", "birds", Double.NaN, 0.1, 2);
        WeightRow good = new WeightRow("author", "ana", 3, 0.1, 2);

        assertThat(Ranking.by(List.of(broken))
                        .rank(List.of(queued("a", 0.4, BIRDS)))
                        .get(0)
                        .relevance())
                .isEqualTo(0.4);
        assertThat(Ranking.by(List.of(good))
                        .rank(List.of(queued("a", 1.0, ANA)))
                        .get(0)
                        .relevance())
                .isEqualTo(1.0);
    }

    private static QueuedSuggestion queued(String id, double relevance, Contribution... reasons) {
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
                List.of(reasons),
                "neutral",
                0,
                false,
                0);
        return new QueuedSuggestion(suggestion, SuggestionState.OPEN, Instant.EPOCH, null, null);
    }
}
