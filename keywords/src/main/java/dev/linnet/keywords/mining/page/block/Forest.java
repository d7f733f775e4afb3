package dev.linnet.keywords.mining.page.block;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Boosted regression trees (Friedman 2001, logistic loss): the sum of their leaves is the log-odds that a block is part
 * of the article.
 *
 * @param bias the log-odds to begin with
 * @param trees the trees
 */
public record Forest(float bias, List<Tree> trees) {
    /**
     * One tree. Its nodes lie in a list, the root first.
     *
     * @param nodes the nodes
     */
    public record Tree(List<Node> nodes) {
        float value(float[] row) {
            Node node = nodes.get(0);
            while (!node.isLeaf()) {
                node = nodes.get(row[node.feature] <= node.value ? node.left : node.left + 1);
            }
            return node.value;
        }
    }

    /**
     * A question or a leaf.
     *
     * @param feature which feature is asked for; −1 in a leaf
     * @param value a row goes left if the feature is at most this; in a leaf, what the tree says
     * @param left the place of the node to the left; the one to the right follows it
     */
    public record Node(int feature, float value, int left) {
        boolean isLeaf() {
            return feature < 0;
        }
    }

    /** For each row of features, the probability that its block is part of the article. */
    public double[] probabilities(float[][] rows) {
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double sum = bias;
            for (Tree tree : trees) {
                sum += tree.value(rows[i]);
            }
            probabilities[i] = 1 / (1 + Math.exp(-sum));
        }
        return probabilities;
    }

    /** As text: a line with the bias and the number of trees, then a line for each tree. */
    String write() {
        StringBuilder out = new StringBuilder()
                .append(bias)
                .append(' ')
                .append(trees.size())
                .append('\n');
        for (Tree tree : trees) {
            StringBuilder line = new StringBuilder();
            for (Node node : tree.nodes) {
                line.append(line.isEmpty() ? "" : " ")
                        .append(node.isLeaf() ? "" : node.feature + ":" + node.left + ":");
                line.append(node.value);
            }
            out.append(line).append('\n');
        }
        return out.toString();
    }

    static Forest read(BufferedReader in) throws IOException {
        String[] head = line(in).split(" ");
        List<Tree> trees = new ArrayList<>();
        for (int i = Integer.parseInt(head[1]); i > 0; i--) {
            List<Node> nodes = new ArrayList<>();
            for (String node : line(in).split(" ")) {
                String[] parts = node.split(":");
                nodes.add(
                        parts.length == 1
                                ? new Node(-1, Float.parseFloat(parts[0]), 0)
                                : new Node(
                                        Integer.parseInt(parts[0]),
                                        Float.parseFloat(parts[2]),
                                        Integer.parseInt(parts[1])));
            }
            trees.add(new Tree(nodes));
        }
        return new Forest(Float.parseFloat(head[0]), trees);
    }

    static String line(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the model is cut short");
        }
        return line;
    }
}
