package dev.linnet.keywords.mining.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.Keyphrase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhraseRankingTest {
    private static final String ABSTRACT = """
            Passive cooling of honey bee hives by evaporative ventilation
            This paper examines passive cooling in honey bee hives. Evaporative ventilation is modelled as a coupled
            heat transfer problem, and the thermal conductivity of the comb walls is estimated by inverse analysis. A novel
            approach to colony thermoregulation is proposed. Numerical simulation shows that evaporative ventilation
            reduces the brood temperature, while ambient humidity limits the cooling capacity of the hive entrance.
            """;

    private static final String PARAGRAPH = """
            Fig. 3 shows that the thermal conductivity of silica aerogel falls with the pore diameter [4,5], as the mean free \
            path of the gas molecules is limited by the solid skeleton (see Eq. (2)). Supercritical drying of the wet gel keeps \
            the pore walls from collapsing, whereas ambient pressure drying needs surface modification with a silane. Pore \
            sizes were taken from nitrogen adsorption isotherms, and the skeleton was imaged by scanning electron microscopy \
            (SEM). At 300 K, where x = 0.5, the radiative heat transfer is reduced by adding TiO2 as an opacifier, as was \
            shown by Hale et al. [9] for monolithic samples.
            """;

    private static final String NEWS = """
            Bus driver returns lost violin to student in Tartu
            Tartu - A bus driver returned a violin to a student on Monday, two hours after she had left it on the seat
            behind him. "I heard it rattle at every stop," said Juhan Kask, 58, who has driven the line to Elva for years.
            The student, Liis Tamm, said she had cried all the way home. The violin, made in Riga in 1911, was her
            grandmother's. Police in Tartu thanked Kask, and the mayor said he would invite him and Tamm to a concert.
            """;

    @Test
    void abstractsAreToldByWholePhrases() {
        List<String> best = best(rank(ABSTRACT));

        assertThat(best).contains("evaporative ventilation", "passive cooling");
        assertThat(best.stream().filter(phrase -> phrase.contains(" ")).count()).isGreaterThanOrEqualTo(8);
        assertThat(best).doesNotContain("paper", "novel approach", "approach");
    }

    @Test
    void paragraphWithoutATitleIsToldByWholePhrases() {
        List<String> best = best(rank(PARAGRAPH));

        assertThat(best).contains("silica aerogel", "thermal conductivity", "supercritical drying");
        assertThat(best.stream().filter(phrase -> phrase.contains(" ")).count()).isGreaterThanOrEqualTo(7);
        assertThat(best).noneMatch(phrase -> phrase.matches(".*\\b(fig|eq|ref|al|table)\\b.*"));
    }

    @Test
    void longPaperIsToldByItsBeginningNotByTablesAndReferences() {
        String rows = "Sample A12 0.35 17.2 n.a. 4.41\n".repeat(60);
        String filler = "The lining was cut as in the trial before, and each seam was glued by hand on the same day. ";
        String reference =
                "[7] Alvarez, B., Winter, O.: Proceedings of the Symposium on Foams, Springer, pp. 11-19, 2001.\n";
        List<String> best =
                best(rank(ABSTRACT + "\n\n1 Introduction\n\n" + PARAGRAPH + "\n\n2 Results\n\n" + filler.repeat(60)
                        + "\n\nTable 2. Measured values\n" + rows + "\nReferences\n\n" + reference.repeat(30)));

        assertThat(best).contains("evaporative ventilation");
        assertThat(best).noneMatch(phrase -> phrase.matches(".*(sample|n\\.a|a12|springer|alvarez|proceedings|pp).*"));
    }

    @Test
    void newsIsToldByWordsAndNames() {
        List<String> best = best(rank(NEWS));

        assertThat(best).contains("violin", "tartu");
        assertThat(best.stream().filter(phrase -> !phrase.contains(" ")).count())
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void weightsAreProbabilitiesBestFirstAndEachPhraseStandsOnce() {
        List<Keyphrase> ranked = rank(ABSTRACT);

        assertThat(ranked)
                .extracting(Keyphrase::weight)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allMatch(weight -> weight > 0 && weight < 1);
        assertThat(ranked).extracting(Keyphrase::text).doesNotHaveDuplicates();
    }

    @Test
    void phraseOfAllTextsCountsLessThanAPhraseOfOne() {
        PhraseReader reader = new PhraseReader();
        PhraseRanking ranking = new PhraseRanking();
        Reading reading = reader.read(article(ABSTRACT));
        ranking.learn(reading);
        double before = weight(ranking.rank(reading), "evaporative ventilation");
        for (int i = 0; i < 30; i++) {
            ranking.learn(reader.read(article("Evaporative ventilation is our subject as ever. Rain again.")));
        }

        assertThat(weight(ranking.rank(reading), "evaporative ventilation")).isLessThan(before);
    }

    private static List<Keyphrase> rank(String text) {
        PhraseRanking ranking = new PhraseRanking();
        Reading reading = new PhraseReader().read(article(text));
        ranking.learn(reading);
        return ranking.rank(reading);
    }

    private static List<String> best(List<Keyphrase> ranked) {
        return ranked.stream().limit(10).map(Keyphrase::text).collect(Collectors.toList());
    }

    private static double weight(List<Keyphrase> ranked, String text) {
        return ranked.stream()
                .filter(phrase -> phrase.text().equals(text))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    private static Article article(String text) {
        return new Article("1", "", text, null, null, "en", List.of());
    }
}
