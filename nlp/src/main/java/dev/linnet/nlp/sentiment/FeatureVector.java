package dev.linnet.nlp.sentiment;

import java.util.Arrays;

/** A sparse vector that grows: places and values, in the order they came, a place more than once if it came so. */
final class FeatureVector {
    private int[] places = new int[512];
    private float[] values = new float[512];
    private int size;

    void add(int place, float value) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        places[size] = place;
        values[size] = value;
        size++;
    }

    /** Scales what was added from {@code start} on so that its Euclidean length is {@code length}, and gives the factor. */
    float normalize(int start, float length) {
        float squares = 0;
        for (int i = start; i < size; i++) {
            squares += values[i] * values[i];
        }
        float scale = squares == 0 ? 0 : (float) (length / Math.sqrt(squares));
        for (int i = start; i < size; i++) {
            values[i] *= scale;
        }
        return scale;
    }

    int size() {
        return size;
    }

    int place(int i) {
        return places[i];
    }

    float value(int i) {
        return values[i];
    }

    /** A copy that takes no more room than it needs. */
    FeatureVector trimmed() {
        FeatureVector trimmed = new FeatureVector();
        trimmed.places = Arrays.copyOf(places, size);
        trimmed.values = Arrays.copyOf(values, size);
        trimmed.size = size;
        return trimmed;
    }
}
