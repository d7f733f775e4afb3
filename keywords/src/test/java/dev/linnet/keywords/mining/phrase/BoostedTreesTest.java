package dev.linnet.keywords.mining.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    @Test
    void addsUpTheLeafThatEachTreeLeadsTo() throws IOException {
        BoostedTrees trees = BoostedTrees.read(new StringReader("-1.5 2\n0:1 1:5 - 1 2 4 8\n- - - 0.5 0 0 0\n"));

        assertThat(trees.score(new double[] {0, 4.9})).isEqualTo(-1.5 + 1 + 0.5);
        assertThat(trees.score(new double[] {0, 5})).isEqualTo(-1.5 + 2 + 0.5);
        assertThat(trees.score(new double[] {1, 9})).isEqualTo(-1.5 + 4 + 0.5);
    }
}
