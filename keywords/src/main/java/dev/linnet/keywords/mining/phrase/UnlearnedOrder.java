package dev.linnet.keywords.mining.phrase;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What two rankings that learn nothing say for a candidate, as log-odds. The trees know few kinds of text, so they are held
 * to SingleRank over whole noun phrases (Wan and Xiao 2008), but not in stories, where it is poor; and in long texts, of
 * which there are the fewest to learn from, to TF-IDF.
 */
final class UnlearnedOrder {
    private static final double SINGLE_RANK = 0.3;
    private static final double TF_IDF = 0.3;

    /** The share of words that speak of persons from which on a text is a story. */
    private static final double STORY = 0.02;

    /** The tenth place speaks neither for a candidate nor against it. */
    private static final double TENTH = 12;

    private static final double BEFORE_FIRST = 3;

    /** A part of a noun phrase comes after all whole ones. */
    private static final double PART = 1e-3;

    private final List<String> names;

    private UnlearnedOrder(List<String> names) {
        this.names = names;
    }

    /** What speaks for each of a text's candidates. */
    static double[] support(List<PhraseFeatures.Described> candidates) {
        return candidates.isEmpty()
                ? new double[0]
                : new UnlearnedOrder(candidates.get(0).names()).of(candidates);
    }

    private double[] of(List<PhraseFeatures.Described> candidates) {
        double[] text = candidates.get(0).features();
        double singleRank = SINGLE_RANK * Math.max(0, 1 - get(text, "text-people") / STORY);
        double tfIdf = TF_IDF * get(text, "text-long");
        int[] bySingleRank = places(candidates, row -> get(row, "centre") * (isWhole(row) ? 1 : PART));
        int[] byTfIdf = places(
                candidates,
                row -> isWhole(row) || get(row, "words") < 2 ? get(row, "tf-idf") : Double.NEGATIVE_INFINITY);
        double[] support = new double[candidates.size()];
        for (int i = 0; i < support.length; i++) {
            support[i] = singleRank * worth(bySingleRank[i]) + tfIdf * worth(byTfIdf[i]);
        }
        return support;
    }

    private boolean isWhole(double[] row) {
        return get(row, "whole") > 0;
    }

    private double get(double[] row, String name) {
        return row[names.indexOf(name)];
    }

    private static double worth(int place) {
        return Math.log(TENTH / (place + BEFORE_FIRST));
    }

    /** Each candidate's place, from 0, the greatest first and equals in their order. */
    private static int[] places(List<PhraseFeatures.Described> candidates, ToDoubleFunction<double[]> value) {
        double[] values = candidates.stream()
                .mapToDouble(candidate -> value.applyAsDouble(candidate.features()))
                .toArray();
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(i -> i)
                .toArray();
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }
}
