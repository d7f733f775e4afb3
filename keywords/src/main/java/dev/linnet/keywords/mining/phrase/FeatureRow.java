package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The features of one candidate, in the order in which they are put; every row is filled in the same order. */
final class FeatureRow {
    private double[] values = new double[80];
    private int size;

    /** The names in their order; filled by the first row, which is made with an empty list. */
    private final List<String> names;

    private final boolean first;

    FeatureRow(List<String> names) {
        this.names = names;
        this.first = names.isEmpty();
    }

    static List<String> newNames() {
        return new ArrayList<>(80);
    }

    void put(String name, double value) {
        if (first) {
            names.add(name);
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    double get(int feature) {
        return values[feature];
    }

    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
