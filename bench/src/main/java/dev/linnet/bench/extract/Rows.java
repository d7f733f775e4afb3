package dev.linnet.bench.extract;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Training rows, each feature cut into at most 48 bins of about equal weight of numbers. */
final class Rows {
    private static final int BINS = 48;

    private final float[] labels;
    private final float[] weights;
    private final int[] pages;
    private final int pageCount;
    private final float[][] cuts;
    private final byte[][] bins;

    /** The rows of pages: for each page, its blocks' features; blocks without weight are left out. */
    Rows(List<LabelledPage> of, List<float[][]> features) {
        int size = 0;
        for (LabelledPage page : of) {
            for (float weight : page.weights()) {
                size += weight > 0 ? 1 : 0;
            }
        }
        labels = new float[size];
        weights = new float[size];
        pages = new int[size];
        pageCount = of.size();
        float[][] kept = new float[size][];
        int row = 0;
        for (int p = 0; p < of.size(); p++) {
            LabelledPage page = of.get(p);
            for (int i = 0; i < page.weights().length; i++) {
                if (page.weights()[i] > 0) {
                    labels[row] = page.labels()[i];
                    weights[row] = page.weights()[i];
                    pages[row] = p;
                    kept[row++] = features.get(p)[i];
                }
            }
        }
        cuts = new float[kept[0].length][];
        bins = new byte[cuts.length][size];
        for (int feature = 0; feature < cuts.length; feature++) {
            cut(kept, feature);
        }
    }

    private void cut(float[][] rows, int feature) {
        float[] sorted = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = rows[i][feature];
        }
        Arrays.sort(sorted);
        TreeSet<Float> at = new TreeSet<>();
        for (int bin = 1; bin < BINS; bin++) {
            at.add(sorted[(int) ((long) bin * sorted.length / BINS)]);
        }
        at.remove(sorted[sorted.length - 1]);
        float[] found = new float[at.size()];
        int next = 0;
        for (float cut : at) {
            found[next++] = cut;
        }
        cuts[feature] = found;
        for (int i = 0; i < rows.length; i++) {
            int place = Arrays.binarySearch(found, rows[i][feature]);
            bins[feature][i] = (byte) (place >= 0 ? place : -place - 1);
        }
    }

    int size() {
        return labels.length;
    }

    int features() {
        return cuts.length;
    }

    int pages() {
        return pageCount;
    }

    int page(int row) {
        return pages[row];
    }

    float label(int row) {
        return labels[row];
    }

    float weight(int row) {
        return weights[row];
    }

    /** The bins of a feature, by row. */
    byte[] bins(int feature) {
        return bins[feature];
    }

    /** Where the bins of a feature end; a value at a cut is in the bin below it. */
    float[] cuts(int feature) {
        return cuts[feature];
    }
}
