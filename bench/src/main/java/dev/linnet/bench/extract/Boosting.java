package dev.linnet.bench.extract;

import dev.linnet.keywords.mining.page.block.Forest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Trains a forest by gradient boosting with logistic loss and second-order leaves (Friedman 2001; Chen and Guestrin 2016,
 * equation 7). Each tree sees a share of the pages and of the features. The same input gives the same forest.
 */
final class Boosting {
    private static final int ROUNDS = 150;
    private static final double RATE = 0.08;
    private static final double PAGES = 0.7;
    private static final double FEATURES = 0.2;

    private final Rows rows;
    private final double[] odds;
    private final double[] gradient;
    private final double[] hessian;
    private final Random random = new Random(7);

    private Boosting(Rows rows) {
        this.rows = rows;
        this.odds = new double[rows.size()];
        this.gradient = new double[rows.size()];
        this.hessian = new double[rows.size()];
    }

    static Forest train(Rows rows) {
        return new Boosting(rows).train();
    }

    private Forest train() {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < rows.size(); i++) {
            sum += rows.weight(i) * rows.label(i);
            all += rows.weight(i);
        }
        double share = sum / all;
        float bias = (float) Math.log(share / (1 - share));
        Arrays.fill(odds, bias);
        List<Forest.Tree> trees = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            trees.add(next());
        }
        return new Forest(bias, trees);
    }

    private Forest.Tree next() {
        boolean[] seen = new boolean[rows.pages()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = random.nextDouble() < PAGES;
        }
        for (int i = 0; i < rows.size(); i++) {
            double p = 1 / (1 + Math.exp(-odds[i]));
            boolean in = seen[rows.page(i)];
            gradient[i] = in ? rows.weight(i) * (rows.label(i) - p) : 0;
            hessian[i] = in ? rows.weight(i) * Math.max(1e-4, p * (1 - p)) : 0;
        }
        int[] features =
                random.doubles(rows.features()).collect(ArrayList<Integer>::new, Boosting::draw, List::addAll).stream()
                        .filter(feature -> feature >= 0)
                        .mapToInt(feature -> feature)
                        .toArray();
        return new TreeGrower(rows, gradient, hessian, features).grow(RATE, odds);
    }

    /** Adds the next feature's number, or -1 if it is not drawn. */
    private static void draw(List<Integer> drawn, double chance) {
        drawn.add(chance < FEATURES ? drawn.size() : -1);
    }
}
