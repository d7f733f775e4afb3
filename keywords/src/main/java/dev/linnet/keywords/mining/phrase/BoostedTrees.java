package dev.linnet.keywords.mining.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * A sum of small decision trees (gradient boosting, Friedman, Annals of Statistics 2001). Each tree is full to its depth:
 * at inner node i a row goes to the left, 2i + 1, if its feature is below the cut, otherwise to the right, 2i + 2.
 *
 * <p>As text: a line with the base value and the depth, then a line for each tree: for each inner node
 * {@code feature:cut}, or {@code -} where all rows go to the left; then the value of each leaf.
 */
public final class BoostedTrees {
    private final double base;
    private final List<Tree> trees;

    /** The sum of these trees and a base value. */
    public BoostedTrees(double base, List<Tree> trees) {
        this.base = base;
        this.trees = List.copyOf(trees);
    }

    /** The log-odds before any tree. */
    public double base() {
        return base;
    }

    /** The trees; all are of one depth. */
    public List<Tree> trees() {
        return trees;
    }

    /** Reads the trees from their text. */
    public static BoostedTrees read(Reader text) throws IOException {
        BufferedReader lines = new BufferedReader(text);
        String[] head = lines.readLine().split(" ");
        int depth = Integer.parseInt(head[1]);
        List<Tree> trees = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            trees.add(Tree.read(line.split(" "), depth));
        }
        return new BoostedTrees(Double.parseDouble(head[0]), trees);
    }

    /** The log-odds for a row of features. */
    public double score(double[] row) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum;
    }

    /**
     * A tree.
     *
     * @param features the feature of each inner node, -1 for none
     * @param cuts the cut of each inner node
     * @param leaves the value of each leaf
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Tree(int[] features, double[] cuts, double[] leaves) {
        private static Tree read(String[] parts, int depth) {
            int inner = (1 << depth) - 1;
            Tree tree = new Tree(new int[inner], new double[inner], new double[inner + 1]);
            for (int i = 0; i < inner; i++) {
                int colon = parts[i].indexOf(':');
                tree.features[i] = colon < 0 ? -1 : Integer.parseInt(parts[i].substring(0, colon));
                tree.cuts[i] = colon < 0 ? 0 : Double.parseDouble(parts[i].substring(colon + 1));
            }
            for (int i = 0; i <= inner; i++) {
                tree.leaves[i] = Double.parseDouble(parts[inner + i]);
            }
            return tree;
        }

        private double value(double[] row) {
            int node = 0;
            while (node < features.length) {
                boolean right = features[node] >= 0 && row[features[node]] >= cuts[node];
                node = 2 * node + (right ? 2 : 1);
            }
            return leaves[node - features.length];
        }
    }
}
