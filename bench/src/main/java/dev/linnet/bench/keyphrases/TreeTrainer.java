package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.phrase.BoostedTrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Grows boosted trees for a probability (Friedman, Annals of Statistics 2001, with Newton steps): each tree splits, level
 * by level, where the gradients of the logistic loss gain most. Features are sorted into 32 bins first. Each tree sees a
 * random 7 of 10 rows and half of the features. The same rows give the same trees.
 */
final class TreeTrainer {
    private static final int BINS = 32;
    private static final int DEPTH = 4;
    private static final int LEAVES = 1 << DEPTH;
    private static final double RATE = 0.1;
    private static final double RIDGE = 5;
    private static final double LEAST_WEIGHT = 8;
    private static final double ROWS = 0.7;
    private static final double FEATURES = 0.5;

    private final double[] labels;
    private final double[] weights;
    private final double[][] cuts;
    private final byte[][] bins;
    private final double[] scores;
    private final double[] gradient;
    private final double[] curvature;
    private final Random random = new Random(1);

    private TreeTrainer(List<double[]> rows, double[] labels, double[] weights) {
        this.labels = labels;
        this.weights = weights;
        int features = rows.get(0).length;
        this.cuts = new double[features][];
        this.bins = new byte[features][rows.size()];
        for (int f = 0; f < features; f++) {
            int feature = f;
            double[] values = rows.stream().mapToDouble(row -> row[feature]).toArray();
            cuts[f] = cuts(values);
            for (int i = 0; i < values.length; i++) {
                bins[f][i] = (byte) bin(cuts[f], values[i]);
            }
        }
        this.scores = new double[labels.length];
        this.gradient = new double[labels.length];
        this.curvature = new double[labels.length];
    }

    /**
     * Grows trees.
     *
     * @param rows the features of each row
     * @param labels 1 or 0 for each row
     * @param weights what each row counts, 1 on average
     * @param count how many trees
     */
    static BoostedTrees train(List<double[]> rows, double[] labels, double[] weights, int count) {
        return new TreeTrainer(rows, labels, weights).grow(count);
    }

    private BoostedTrees grow(int count) {
        double yes = 0;
        for (int i = 0; i < labels.length; i++) {
            yes += weights[i] * labels[i];
        }
        double base = Math.log(yes / (Arrays.stream(weights).sum() - yes));
        Arrays.fill(scores, base);
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            trees.add(tree());
        }
        return new BoostedTrees(base, trees);
    }

    private BoostedTrees.Tree tree() {
        int[] sampled = sample();
        boolean[] features = new boolean[cuts.length];
        for (int f = 0; f < features.length; f++) {
            features[f] = random.nextDouble() < FEATURES;
        }
        int[] node = new int[labels.length];
        int[] split = new int[LEAVES - 1];
        double[] at = new double[LEAVES - 1];
        Arrays.fill(split, -1);
        for (int level = 0; level < DEPTH; level++) {
            splitLevel(level, sampled, features, node, split, at);
        }
        return new BoostedTrees.Tree(split, at, leaves(sampled, node));
    }

    private int[] sample() {
        int[] sampled = new int[labels.length];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            double probability = 1 / (1 + Math.exp(-scores[i]));
            gradient[i] = weights[i] * (labels[i] - probability);
            curvature[i] = weights[i] * probability * (1 - probability);
            if (random.nextDouble() < ROWS) {
                sampled[count++] = i;
            }
        }
        return Arrays.copyOf(sampled, count);
    }

    private void splitLevel(int level, int[] sampled, boolean[] features, int[] node, int[] split, double[] at) {
        int nodes = 1 << level;
        int[] bestBin = new int[nodes];
        double[] bestGain = new double[nodes];
        for (int f = 0; f < features.length; f++) {
            if (features[f]) {
                double[] sums = new double[nodes * BINS * 2];
                for (int i : sampled) {
                    int slot = 2 * (node[i] * BINS + bins[f][i]);
                    sums[slot] += gradient[i];
                    sums[slot + 1] += curvature[i];
                }
                for (int n = 0; n < nodes; n++) {
                    Split best = Split.best(sums, n * BINS, cuts[f].length);
                    if (best.gain > bestGain[n]) {
                        bestGain[n] = best.gain;
                        bestBin[n] = best.bin;
                        split[nodes - 1 + n] = f;
                        at[nodes - 1 + n] = cuts[f][best.bin];
                    }
                }
            }
        }
        for (int i = 0; i < node.length; i++) {
            int f = split[nodes - 1 + node[i]];
            node[i] = 2 * node[i] + (f >= 0 && bins[f][i] > bestBin[node[i]] ? 1 : 0);
        }
    }

    private double[] leaves(int[] sampled, int[] node) {
        double[] gradients = new double[LEAVES];
        double[] curvatures = new double[LEAVES];
        for (int i : sampled) {
            gradients[node[i]] += gradient[i];
            curvatures[node[i]] += curvature[i];
        }
        double[] leaves = new double[LEAVES];
        for (int leaf = 0; leaf < LEAVES; leaf++) {
            leaves[leaf] = RATE * gradients[leaf] / (curvatures[leaf] + RIDGE);
        }
        for (int i = 0; i < node.length; i++) {
            scores[i] += leaves[node[i]];
        }
        return leaves;
    }

    private static double[] cuts(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] cuts = new double[BINS - 1];
        for (int bin = 1; bin < BINS; bin++) {
            cuts[bin - 1] = sorted[(int) ((long) bin * sorted.length / BINS)];
        }
        return Arrays.stream(cuts)
                .distinct()
                .filter(cut -> cut > sorted[0] || cut == cuts[BINS - 2])
                .toArray();
    }

    private static int bin(double[] cuts, double value) {
        int found = Arrays.binarySearch(cuts, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where to split a node's rows by a feature, and what that gains. */
    private record Split(int bin, double gain) {
        private static Split best(double[] sums, int first, int cuts) {
            double gradient = 0;
            double curvature = 0;
            for (int bin = first; bin < first + BINS; bin++) {
                gradient += sums[2 * bin];
                curvature += sums[2 * bin + 1];
            }
            Split best = new Split(0, 0);
            double left = 0;
            double leftCurvature = 0;
            for (int bin = 0; bin < cuts; bin++) {
                left += sums[2 * (first + bin)];
                leftCurvature += sums[2 * (first + bin) + 1];
                double rightCurvature = curvature - leftCurvature;
                if (leftCurvature >= LEAST_WEIGHT && rightCurvature >= LEAST_WEIGHT) {
                    double gain = worth(left, leftCurvature)
                            + worth(gradient - left, rightCurvature)
                            - worth(gradient, curvature);
                    best = gain > best.gain ? new Split(bin, gain) : best;
                }
            }
            return best;
        }

        private static double worth(double gradient, double curvature) {
            return gradient * gradient / (curvature + RIDGE);
        }
    }
}
