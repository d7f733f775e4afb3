package dev.linnet.bench.extract;

import dev.linnet.keywords.mining.page.block.Forest;
import dev.linnet.keywords.mining.page.block.Forest.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Grows one tree, level by level, each node parted where the loss falls most. */
final class TreeGrower {
    private static final int DEPTH = 4;
    private static final double LAMBDA = 0.3;
    private static final double LEAST_HESSIAN = 0.05;
    private static final double LEAST_GAIN = 1e-3;

    private final Rows rows;
    private final double[] gradient;
    private final double[] hessian;
    private final int[] features;
    private final List<Node> nodes = new ArrayList<>();
    private final int[] at;

    TreeGrower(Rows rows, double[] gradient, double[] hessian, int[] features) {
        this.rows = rows;
        this.gradient = gradient;
        this.hessian = hessian;
        this.features = features;
        this.at = new int[rows.size()];
    }

    /** The tree, its leaves scaled by the rate; what it says is added to each row's odds. */
    Forest.Tree grow(double rate, double[] odds) {
        nodes.add(new Node(-1, 0, 0));
        int begin = 0;
        for (int depth = 0; depth <= DEPTH && begin < nodes.size(); depth++) {
            int end = nodes.size();
            level(begin, end, depth == DEPTH, rate);
            begin = end;
        }
        for (int i = 0; i < at.length; i++) {
            odds[i] += nodes.get(at[i]).value();
        }
        return new Forest.Tree(List.copyOf(nodes));
    }

    private void level(int begin, int end, boolean last, double rate) {
        double[] sums = new double[end - begin];
        double[] weights = new double[end - begin];
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= begin) {
                sums[at[i] - begin] += gradient[i];
                weights[at[i] - begin] += hessian[i];
            }
        }
        Split[] best = new Split[end - begin];
        Arrays.fill(best, new Split(-1, 0, LEAST_GAIN));
        if (!last) {
            for (int feature : features) {
                look(feature, begin, sums, weights, best);
            }
        }
        int[] left = new int[end - begin];
        for (int node = begin; node < end; node++) {
            Split split = best[node - begin];
            if (split.feature < 0) {
                double value = rate * sums[node - begin] / (weights[node - begin] + LAMBDA);
                nodes.set(node, new Node(-1, (float) value, 0));
            } else {
                left[node - begin] = nodes.size();
                nodes.set(node, new Node(split.feature, rows.cuts(split.feature)[split.bin], nodes.size()));
                nodes.add(new Node(-1, 0, 0));
                nodes.add(new Node(-1, 0, 0));
            }
        }
        move(begin, best, left);
    }

    private void move(int begin, Split[] best, int[] left) {
        for (int i = 0; i < at.length; i++) {
            int node = at[i] - begin;
            if (node >= 0 && best[node].feature >= 0) {
                boolean goesLeft = rows.bins(best[node].feature)[i] <= best[node].bin;
                at[i] = goesLeft ? left[node] : left[node] + 1;
            }
        }
    }

    private void look(int feature, int begin, double[] sums, double[] weights, Split[] best) {
        int bins = rows.cuts(feature).length + 1;
        double[][] sum = new double[best.length][bins];
        double[][] weight = new double[best.length][bins];
        byte[] bin = rows.bins(feature);
        for (int i = 0; i < at.length; i++) {
            if (at[i] >= begin && hessian[i] > 0) {
                sum[at[i] - begin][bin[i]] += gradient[i];
                weight[at[i] - begin][bin[i]] += hessian[i];
            }
        }
        for (int node = 0; node < best.length; node++) {
            double below = 0;
            double belowWeight = 0;
            for (int b = 0; b < bins - 1; b++) {
                below += sum[node][b];
                belowWeight += weight[node][b];
                double above = sums[node] - below;
                double aboveWeight = weights[node] - belowWeight;
                if (belowWeight >= LEAST_HESSIAN && aboveWeight >= LEAST_HESSIAN) {
                    double gain = gain(below, belowWeight) + gain(above, aboveWeight) - gain(sums[node], weights[node]);
                    best[node] = gain > best[node].gain ? new Split(feature, b, gain) : best[node];
                }
            }
        }
    }

    private static double gain(double gradient, double hessian) {
        return gradient * gradient / (hessian + LAMBDA);
    }

    private record Split(int feature, int bin, double gain) {}
}
