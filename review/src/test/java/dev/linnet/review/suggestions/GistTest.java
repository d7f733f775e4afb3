package dev.linnet.review.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.Suggestion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GistTest {
    @Test
    void linksAreThoseOfThePostAndThoseInItsText() {
        assertThat(gist("Read http://www.moss.example/Walk/#part, then that", "moss.example/a", "moss.example/Walk")
                        .links())
                .containsExactly("moss.example/a", "moss.example/Walk");
    }

    @Test
    void brokenLinkIsNone() {
        assertThat(gist("https:// https://. https://…").links()).isEmpty();
    }

    @Test
    void wordsAreThoseOfTheAuthor() {
        assertThat(gist("RT @ana.b: the #DawnChorus, THE dawn! @eva@birds.example https://moss.example/walk")
                        .words())
                .containsExactly("rt", "the", "dawnchorus", "dawn");
    }

    private static Gist gist(String text, String... links) {
        return Gist.of(new Suggestion(
                "x:1",
                "x",
                "ana",
                "Ana",
                text,
                "en",
                "",
                Instant.EPOCH,
                List.of(),
                0.5,
                List.of(),
                "neutral",
                0,
                false,
                0,
                "x:1",
                List.of(links)));
    }
}
