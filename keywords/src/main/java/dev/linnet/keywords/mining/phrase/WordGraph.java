package dev.linnet.keywords.mining.phrase;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of a text that carry meaning, by their stems: how often each stands there, and how much it is at the centre:
 * its rank in the graph of words that stand near each other (TextRank, Mihalcea and Tarau 2004, with the window of ten
 * tokens and the weights of SingleRank, Wan and Xiao 2008).
 */
final class WordGraph {
    private static final int WINDOW = 10;
    private static final int ROUNDS = 20;
    private static final double DAMPING = 0.85;

    private final Map<String, Integer> ids;
    private final int[] counts;
    private final double[] ranks;

    private WordGraph(Map<String, Integer> ids, int[] counts, double[] ranks) {
        this.ids = ids;
        this.counts = counts;
        this.ranks = ranks;
    }

    Iterable<String> stems() {
        return ids.keySet();
    }

    /** How often the stem stands in the text; 0 if never. */
    int count(String stem) {
        Integer id = ids.get(stem);
        return id == null ? 0 : counts[id];
    }

    /** Around 1 for a word like any other, more for one at the centre. */
    double rank(String stem) {
        Integer id = ids.get(stem);
        return id == null ? 1 - DAMPING : ranks[id];
    }

    /** Collects the words in their order. */
    static final class Builder {
        private final Map<String, Integer> ids = new HashMap<>();
        private int[] sequence = new int[256];
        private int[] positions = new int[256];
        private int length;

        void add(String stem, int position) {
            if (length == sequence.length) {
                sequence = Arrays.copyOf(sequence, 2 * length);
                positions = Arrays.copyOf(positions, 2 * length);
            }
            sequence[length] = ids.computeIfAbsent(stem, key -> ids.size());
            positions[length++] = position;
        }

        WordGraph build() {
            int[] counts = new int[ids.size()];
            for (int i = 0; i < length; i++) {
                counts[sequence[i]]++;
            }
            return new WordGraph(ids, counts, ranks());
        }

        private double[] ranks() {
            double[] strength = new double[ids.size()];
            forEachPair((a, b) -> {
                strength[a]++;
                strength[b]++;
            });
            double[] rank = new double[ids.size()];
            Arrays.fill(rank, 1);
            for (int round = 0; round < ROUNDS; round++) {
                double[] old = rank;
                double[] next = new double[ids.size()];
                Arrays.fill(next, 1 - DAMPING);
                forEachPair((a, b) -> {
                    next[a] += DAMPING * old[b] / strength[b];
                    next[b] += DAMPING * old[a] / strength[a];
                });
                rank = next;
            }
            return rank;
        }

        private void forEachPair(Pair pair) {
            for (int i = 0; i < length; i++) {
                for (int j = i + 1; j < length && positions[j] - positions[i] < WINDOW; j++) {
                    if (sequence[i] != sequence[j]) {
                        pair.near(sequence[i], sequence[j]);
                    }
                }
            }
        }
    }

    /** Two different words that stand near each other. */
    private interface Pair {
        void near(int a, int b);
    }
}
