package dev.linnet.keywords.mining.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.mining.Article;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLayoutTest {
    @Test
    void firstLineOfPlainTextThatLooksLikeATitleIsABlockOfItsOwn() {
        assertThat(layout("", "Growing hops on a balcony\nHops climb anything. They need sun."))
                .isEqualTo("Growing hops on a balcony\n\nHops climb anything. They need sun.");
        assertThat(layout("", "Growing hops\n\ton a balcony\nHops climb anything."))
                .isEqualTo("Growing hops\n\ton a balcony\n\nHops climb anything.");
    }

    @Test
    void firstLineThatIsASentenceOrGoesOnIsNoTitle() {
        assertThat(layout("", "Hops climb anything.\nThey need sun."))
                .isEqualTo("Hops climb anything.\nThey need sun.");
        assertThat(layout("", "Hops climb anything that\nstands upright.")).doesNotContain("\n\n");
    }

    @Test
    void titleOfTheArticleComesFirst() {
        assertThat(layout("Hops", "Read this\nHops climb.")).isEqualTo("Hops\n\nRead this\nHops climb.");
    }

    @Test
    void wordsPartedAtALinesEndAreJoined() {
        assertThat(layout("", "The hops are har-\n  vested in autumn.")).isEqualTo("The hops are harvested in autumn.");
    }

    @Test
    void listOfReferencesAtTheEndIsLeftOut() {
        String body = "Hops climb anything. They need sun and water, and a wall to the south.";

        assertThat(layout("", body + "\n\n7. References\n[1] A. Grower, Climbers."))
                .doesNotContain("Grower");
        assertThat(layout("", "References\n\n" + body)).contains("wall");
    }

    private static String layout(String title, String text) {
        return TextLayout.of(new Article("1", title, text, null, null, "en", List.of()));
    }
}
