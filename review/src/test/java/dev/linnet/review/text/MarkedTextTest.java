package dev.linnet.review.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.review.text.MarkedText.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    private static final List<Keyword> KEYWORDS = List.of(Keyword.of("dawn chorus", 1), Keyword.of("chorus", 1));

    @Test
    void keywordsAreMarkedWhereTheyStand() {
        assertThat(MarkedText.of("The Dawn Chorus, again: choruses!", KEYWORDS))
                .filteredOn(Piece::isMarked)
                .extracting(Piece::text)
                .containsExactly("Dawn Chorus", "choruses");
    }

    @Test
    void piecesAddUpToTheText() {
        String text = "chorus of the dawn chorus #DawnChorus";
        assertThat(MarkedText.of(text, KEYWORDS).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void textWithoutKeywordsIsOnePiece() {
        assertThat(MarkedText.of("quiet", List.of())).containsExactly(new Piece("quiet", false));
    }
}
