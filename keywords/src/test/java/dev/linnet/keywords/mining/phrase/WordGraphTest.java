package dev.linnet.keywords.mining.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WordGraphTest {
    @Test
    void wordThatStandsBesideManyOthersIsAtTheCentre() {
        WordGraph graph = graph("hop", "beer", "hop", "wall", "hop", "sun");

        assertThat(graph.rank("hop")).isGreaterThan(graph.rank("beer"));
        assertThat(graph.count("hop")).isEqualTo(3);
        assertThat(graph.count("rain")).isZero();
    }

    @Test
    void ranksOfWordsThatAllStandTogetherAreOneOnAverage() {
        WordGraph graph = graph("hop", "beer", "wall", "sun", "hop");

        double sum = 0;
        for (String stem : graph.stems()) {
            sum += graph.rank(stem);
        }
        assertThat(sum / 4).isCloseTo(1, within(1e-9));
    }

    @Test
    void wordsFarApartAreNotConnected() {
        WordGraph.Builder words = new WordGraph.Builder();
        words.add("hop", 0);
        words.add("beer", 10);

        assertThat(words.build().rank("hop")).isEqualTo(0.15, within(1e-9));
    }

    @Test
    void holdsMoreWordsThanItWasMadeFor() {
        WordGraph.Builder words = new WordGraph.Builder();
        for (int i = 0; i < 1_000; i++) {
            words.add("word" + i % 600, i);
        }

        assertThat(words.build().count("word399")).isEqualTo(2);
    }

    private static WordGraph graph(String... stems) {
        WordGraph.Builder words = new WordGraph.Builder();
        for (int i = 0; i < stems.length; i++) {
            words.add(stems[i], i);
        }
        return words.build();
    }
}
