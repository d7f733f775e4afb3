package dev.linnet.bench.keyphrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AlterationTest {
    private static final String TITLE = "Tide mills and their ponds\n\tin two estuaries\n";
    private static final String BODY =
            "The pond fills at flood.\nIts gate shuts at the turn of the tide. Then the wheel runs. ";

    @Test
    void titleIsCutOffWithTheLinesThatContinueIt() {
        assertThat(alter(Alteration.UNTITLED, TITLE + BODY)).isEqualTo(alter(Alteration.UNTITLED, BODY));
        assertThat(alter(Alteration.UNTITLED, TITLE + BODY))
                .startsWith("The pond")
                .doesNotContain("\n");
    }

    @Test
    void firstLineThatIsASentenceStays() {
        assertThat(alter(Alteration.UNTITLED, BODY)).startsWith("The pond fills at flood. Its gate");
    }

    @Test
    void secondHalfBeginsAtASentence() {
        String half = alter(Alteration.SECOND_HALF, TITLE + BODY.repeat(6));

        assertThat(half.length()).isBetween(BODY.length(), BODY.length() * 3);
        assertThat(half).matches("(?s)(The pond|Its gate|Then the wheel).*");
    }

    @Test
    void marksStandBetweenTheWords() {
        String marked = alter(Alteration.MARKED, TITLE + BODY.repeat(20));

        assertThat(marked).contains(" [").contains("tide").contains("wheel");
        assertThat(marked.replaceAll("[^.]", "").length()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void passageIsAsLongAsAParagraph() {
        assertThat(alter(Alteration.PASSAGE, TITLE + BODY.repeat(40)).split(" "))
                .hasSize(170);
        assertThat(alter(Alteration.PASSAGE, TITLE + BODY).split(" ")).hasSizeBetween(10, 18);
    }

    private static String alter(Alteration alteration, String text) {
        return alteration.of(text, new Random(1));
    }
}
