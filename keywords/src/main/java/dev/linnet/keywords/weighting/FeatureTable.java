package dev.linnet.keywords.weighting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features that the remembered decisions speak of, in numbered slots, with what is believed of each. A feature that no
 * decision speaks of any longer gives its slot back; so the table is as small as what is remembered.
 */
final class FeatureTable {
    private final Prior prior;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final BitSet changed = new BitSet();
    private final Map<String, Weight> forgotten = new HashMap<>();
    private Feature[] features = new Feature[256];
    private int[] speakers = new int[256];
    private double[] priorMeans = new double[256];
    double[] variances = new double[256];
    double[] means = new double[256];
    double[] precisions = new double[256];
    private int used;

    FeatureTable(Prior prior) {
        this.prior = prior;
    }

    /** The slot of a feature of which one decision more speaks. */
    int speakOf(Feature feature) {
        String key = feature.key();
        Integer known = slots.get(key);
        int slot = known != null ? known : open(key, feature);
        speakers[slot]++;
        changed.set(slot);
        return slot;
    }

    private int open(String key, Feature feature) {
        int slot = free.isEmpty() ? used++ : free.pop();
        if (slot == features.length) {
            grow();
        }
        Prior.Belief belief = prior.of(feature.kind(), feature.name());
        slots.put(key, slot);
        features[slot] = feature;
        priorMeans[slot] = belief.mean();
        variances[slot] = belief.variance();
        means[slot] = belief.mean();
        precisions[slot] = 1 / belief.variance();
        forgotten.remove(key);
        return slot;
    }

    private void grow() {
        int size = features.length * 2;
        features = Arrays.copyOf(features, size);
        speakers = Arrays.copyOf(speakers, size);
        priorMeans = Arrays.copyOf(priorMeans, size);
        variances = Arrays.copyOf(variances, size);
        means = Arrays.copyOf(means, size);
        precisions = Arrays.copyOf(precisions, size);
    }

    /** A decision fewer speaks of a slot's feature. */
    void hush(int slot) {
        changed.set(slot);
        if (--speakers[slot] > 0) {
            return;
        }
        Feature feature = features[slot];
        slots.remove(feature.key());
        free.push(slot);
        changed.clear(slot);
        forgotten.put(
                feature.key(),
                new Weight(feature.kind(), feature.name(), priorMeans[slot], StrictMath.sqrt(variances[slot]), 0));
    }

    /** Moves what is believed of a slot's feature. */
    void move(int slot, double mean, double precision) {
        means[slot] += mean;
        precisions[slot] += precision;
        changed.set(slot);
    }

    /** The weights that changed since this was asked last; what is spoken of no longer has its prior and 0 decisions. */
    List<Weight> takeChanged() {
        List<Weight> weights = new ArrayList<>(forgotten.values());
        changed.stream().forEach(slot -> weights.add(weight(slot)));
        forgetChanges();
        return weights;
    }

    /** Lets it be as if all changes so far had been told. */
    void forgetChanges() {
        changed.clear();
        forgotten.clear();
    }

    /** The weights of all features that are spoken of. */
    List<Weight> weights() {
        return slots.values().stream().map(this::weight).toList();
    }

    private Weight weight(int slot) {
        Feature feature = features[slot];
        return new Weight(
                feature.kind(), feature.name(), means[slot], StrictMath.sqrt(1 / precisions[slot]), speakers[slot]);
    }
}
