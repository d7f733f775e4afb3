package dev.linnet.review.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.review.suggestions.Alike.Folded;
import dev.linnet.review.suggestions.Ranking.Ranked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
    @Test
    void oneOfEachTextIsOfferedAndTheOthersAreFoldedUnderIt() {
        Folded folded = fold(
                "you want the east side of the pond, that is the whole secret",
                "moss grows on every side of this old wall",
                "@ana You want the EAST side of the pond – that is the whole #secret, honestly");

        assertThat(folded.offered()).extracting(Ranked::id).containsExactly("x:0", "x:1");
        assertThat(folded.offered().get(0).alike()).extracting(Ranked::id).containsExactly("x:2");
        assertThat(folded.offered().get(1).alike()).isEmpty();
        assertThat(folded.settled()).isEmpty();
    }

    @Test
    void similarityOfThreeFifthsIsAlikeAndLessIsNot() {
        assertThat(fold("a b c d", "a b c e").offered()).as("3 of 5").hasSize(1);
        assertThat(fold("a b c d", "a b c e f").offered()).as("3 of 6").hasSize(2);
    }

    @Test
    void sameLinkIsAlikeWhateverIsSaidOfIt() {
        Folded folded = fold(
                "What a walk https://moss.example/walk",
                "Never seen such ferns http://www.moss.example/walk/?utm_source=x",
                "Never heard such wrens https://moss.example/wrens");

        assertThat(folded.offered()).extracting(Ranked::id).containsExactly("x:0", "x:2");
    }

    @Test
    void sameConversationIsAlikeWhateverIsSaid() {
        Folded folded = Alike.fold(
                Ranking.by(List.of())
                        .rank(List.of(
                                queued("x:1", 0.9, "What a walk", "x:7"),
                                queued("x:2", 0.8, "Never seen such ferns", "x:7"),
                                queued("x:3", 0.7, "Never heard such wrens", "x:8"))),
                List.of(queued("x:4", 0.9, "So it goes", "x:8")));

        assertThat(folded.offered()).extracting(Ranked::id).containsExactly("x:1");
        assertThat(folded.offered().get(0).alike()).extracting(Ranked::id).containsExactly("x:2");
        assertThat(folded.settled()).extracting(Ranked::id).containsExactly("x:3");
    }

    @Test
    void nothingInCommonIsNotAlike() {
        assertThat(fold("https://moss.example/a", "https://moss.example/b", "@ana", "@eva", "!")
                        .offered())
                .hasSize(5);
    }

    @Test
    void alikeOneThatIsFoldedIsNotYetAlikeTheOneShown() {
        Folded folded = fold("a b c d e f", "a b c d e g", "a b c e g h");

        assertThat(folded.offered()).extracting(Ranked::id).containsExactly("x:0", "x:2");
    }

    @Test
    void alikeTwoGoesUnderTheUpperOne() {
        Folded folded = fold("moss https://a.example", "fern pond https://b.example", "fern pond https://a.example");

        assertThat(folded.offered().get(0).alike()).extracting(Ranked::id).containsExactly("x:2");
    }

    @Test
    void alikeWhatWasDecidedIsSettled() {
        Folded folded = Alike.fold(
                ranked("a b c d", "moss and fern", "moss and fern again"),
                List.of(queued("x:decided", 0.9, "a b c"), queued("x:other", 0.9, "wrens")));

        assertThat(folded.offered()).extracting(Ranked::id).containsExactly("x:1");
        assertThat(folded.settled()).extracting(Ranked::id).containsExactly("x:0");
    }

    private static Folded fold(String... texts) {
        return Alike.fold(ranked(texts), List.of());
    }

    private static List<Ranked> ranked(String... texts) {
        List<QueuedSuggestion> open = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            open.add(queued("x:" + i, 0.9 - i * 0.01, texts[i]));
        }
        return Ranking.by(List.of()).rank(open);
    }

    private static QueuedSuggestion queued(String id, double relevance, String text) {
        return queued(id, relevance, text, id);
    }

    private static QueuedSuggestion queued(String id, double relevance, String text, String conversation) {
        Suggestion suggestion = new Suggestion(
                id,
                "x",
                "ana",
                "Ana",
                text,
                "en",
                "",
                Instant.EPOCH,
                List.of(),
                relevance,
                List.of(),
                "neutral",
                0,
                false,
                0,
                conversation,
                List.of());
        return new QueuedSuggestion(suggestion, SuggestionState.OPEN, Instant.EPOCH, null, null);
    }
}
