package dev.linnet.nlp.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.nlp.ClauseMood;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.text.Resources;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContrastTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I like tea but the cup is chipped | I like tea / but the cup is chipped",
                "Although the cup is chipped, I like tea | Although the cup is chipped, / I like tea",
                "Despite the rain we danced all night | Despite the rain / we danced all night",
                "The tea is hot; the cup is cold | The tea is hot; / the cup is cold",
                "Hot tea – cold cup | Hot tea – / cold cup",
                "Good tea. The cup, however, is chipped. | Good tea. / The cup, however, is chipped.",
                "Good tea, even though the cup is chipped | Good tea, / even though the cup is chipped",
                "I like tea. It costs 2.50 but the cup is ugly | I like tea. It costs 2.50 / but the cup is ugly"
            })
    void clausesEndWhereThePostTurns(String text, String clauses) {
        assertThat(Contrast.clauses(text)).extracting(Clause::text).containsExactly(clauses.split(" / "));
    }

    @Test
    void whatIsSaidOnAboutTheSameThingDecides() {
        assertThat(Contrast.clauses("The cup is chipped but I love it"))
                .containsExactly(new Clause("The cup is chipped but I love it", "I love it"));
        assertThat(Contrast.clauses("I love the cup although it is chipped"))
                .containsExactly(new Clause("I love the cup although it is chipped", "I love the cup"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "but",
                "I like tea",
                "I like tea. The cup is chipped.",
                "Nothing but praise for the tea",
                "Last but not least, the cup",
                "Not only the tea but the cup is good",
                "I haven't had tea yet",
                "Tea was served while we waited",
                "Great tea though!",
                "a well-made cup"
            })
    void otherPostsHaveNone(String text) {
        assertThat(Contrast.clauses(text)).isEmpty();
    }

    @Test
    void textOfEndlessContrastHasNone() {
        assertThat(Contrast.clauses("I like tea but the cup is ugly; ".repeat(100)))
                .isEmpty();
    }

    /** Posts that were written for the measurement; the rules were made on the other half of them. */
    @Test
    void moodTowardsAThingIsMoreOftenRightByItsClause() throws Exception {
        int targets = 0;
        int whole = 0;
        int byClause = 0;
        PostReader reader = PostReader.open(PostReaderOptions.defaults());
        for (String line : Resources.lines("/dev/linnet/nlp/clauses/contrast-b.tsv")) {
            String[] parts = line.split("\t");
            Reading reading = reader.read(parts[0], "en");
            for (int i = 1; i < parts.length; i += 2) {
                targets++;
                whole += reading.sentiment().label().tag().equals(parts[i + 1]) ? 1 : 0;
                byClause += mood(reading, parts[i]).label().tag().equals(parts[i + 1]) ? 1 : 0;
            }
        }
        assertThat(targets).isEqualTo(72);
        assertThat(byClause).as("right by the clause").isGreaterThanOrEqualTo(54);
        assertThat(byClause - whole).as("more than by the whole post").isGreaterThanOrEqualTo(15);
    }

    private static Sentiment mood(Reading reading, String thing) {
        for (ClauseMood clause : reading.clauses()) {
            if (clause.text().toLowerCase(Locale.ROOT).contains(thing)) {
                return clause.sentiment();
            }
        }
        return reading.sentiment();
    }
}
