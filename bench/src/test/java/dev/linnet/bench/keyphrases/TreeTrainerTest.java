package dev.linnet.bench.keyphrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.linnet.keywords.mining.phrase.BoostedTrees;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeTrainerTest {
    private final Random random = new Random(3);
    private final List<double[]> rows = new ArrayList<>();

    @Test
    void learnsWhatNoSingleFeatureTells() {
        BoostedTrees trees = train();

        assertThat(trees.score(new double[] {0.2, 0.8, 0.5, 0.5})).isPositive();
        assertThat(trees.score(new double[] {0.8, 0.2, 0.5, 0.5})).isPositive();
        assertThat(trees.score(new double[] {0.2, 0.2, 0.5, 0.5})).isNegative();
        assertThat(trees.score(new double[] {0.8, 0.8, 0.5, 0.5})).isNegative();
    }

    @Test
    void treesReadFromTheirTextScoreTheSame() throws IOException {
        BoostedTrees trees = train();
        BoostedTrees read = BoostedTrees.read(new StringReader(TreeText.of(trees)));

        assertThat(rows).allSatisfy(row -> assertThat(read.score(row)).isCloseTo(trees.score(row), within(0.01)));
    }

    /** One of the first two features is high and the other low; the last two are noise. */
    private BoostedTrees train() {
        double[] labels = new double[4_000];
        double[] weights = new double[labels.length];
        Arrays.fill(weights, 1);
        for (int i = 0; i < labels.length; i++) {
            double[] row = {random.nextInt(10) / 9.0, random.nextDouble(), random.nextDouble(), random.nextDouble()};
            labels[i] = row[0] > 0.5 ^ row[1] > 0.5 ? 1 : 0;
            rows.add(row);
        }
        return TreeTrainer.train(rows, labels, weights, 60);
    }
}
