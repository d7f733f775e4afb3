package dev.linnet.nlp.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.nlp.sentiment.NetworkVocabulary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFinderTest {
    private final NameFinder finder = new NameFinder(NetworkVocabulary::has);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we met Ada Lovelace in Hull and she spoke of Apache Flink | Ada Lovelace;Hull;Apache Flink",
                "a talk by the Bank of England and Vincent van Gogh | Bank of England;Vincent van Gogh",
                "The World Bank's report is out, says Keiko O'Brien | World Bank;Keiko O'Brien",
                "my iPhone 15 fell on GTA 5 while NASA and the US watched | iPhone 15;GTA 5;NASA;US",
                "Ludmila's tram was late | Ludmila",
                "Rovers beat Harriers 2 to 1 at Plough Lane | Rovers;Harriers;Plough Lane",
                "of course she left.Tokyo is far from the U.S. of old | Tokyo;U.S",
                "Hull is wet. I love Hull | Hull",
                "saw Beyoncé, Björk & Jean-Luc Godard | Beyoncé;Björk;Jean-Luc Godard"
            })
    void namesAreFound(String text, String names) {
        assertThat(finder.find(text, "en")).containsExactly(names.split(";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Walking home in the rain. Nice evening! Who would have thought",
                "I am SO VERY happy, LOL, on Friday in March",
                "THIS IS THE WORST DAY AND NOBODY CARES AT ALL",
                "Ten Ways To Make Better Music At Home Every Day",
                "@Someone Great work! #BigNews Thanks all",
                "“The best” she said: Never again",
                "all lower case and 12 numbers",
                ""
            })
    void whatEnglishWritesLargeAnywayIsNoName(String text) {
        assertThat(finder.find(text, "en")).isEmpty();
    }

    @Test
    void headlinesGiveOnlyWhatIsNoOrdinaryWord() {
        assertThat(finder.find("Why Wikimedia And Mozilla Want Better Music For The World", "en"))
                .containsExactly("Wikimedia", "Mozilla");
    }

    @Test
    void germanNounsAreNoNamesUnlessTwoStandTogether() {
        assertThat(finder.find("Gestern hat die Kanzlerin am Bahnhof von Angela Merkel erzählt, in der ARD", "de"))
                .containsExactly("Angela Merkel", "ARD");
    }

    @Test
    void namesAreDistinctAndFew() {
        assertThat(finder.find("by Hull, HULL and Hull", "en")).containsExactly("Hull");
        assertThat(finder.find(
                        IntStream.range(0, 20)
                                .mapToObj(i -> "y con X" + (char) ('a' + i))
                                .collect(Collectors.joining(" ")),
                        "es"))
                .hasSize(16);
        assertThat(finder.find("Иван живёт в Москве с Анной", "ru")).isEqualTo(List.of("Москве", "Анной"));
    }
}
