package dev.linnet.nlp.sentiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What training knows of words besides the labelled posts: moods from lexicons, and vectors, which are alike for words that
 * are used alike. A word that no labelled post holds gets its weights from them.
 */
public final class WordLore {
    private static final WordLore NONE = new WordLore(WordTable.EMPTY, new float[0][], 0);

    /** The length of a word's vector; that of its mood is 1 at most. */
    private static final float VECTOR_LENGTH = 4;

    private final WordTable table;

    /** By index in the table, {@link #width} numbers each. */
    private final float[][] vectors;

    private final int width;

    private WordLore(WordTable table, float[][] vectors, int width) {
        this.table = table;
        this.vectors = vectors;
        this.width = width;
    }

    /** Nothing: all is learnt from the posts. */
    public static WordLore none() {
        return NONE;
    }

    /** What the model that ships knows of words: their moods, and how they lean. */
    public static WordLore shipped() {
        return of(FastSentiment.shippedModel());
    }

    static WordLore of(LogisticModel model) {
        WordTable table = model.table();
        float[][] vectors = new float[table.size()][];
        float largest = Float.MIN_NORMAL;
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = model.leaning(i, false);
            for (float part : vectors[i]) {
                largest = Math.max(largest, Math.abs(part));
            }
        }
        for (float[] vector : vectors) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] /= largest;
            }
        }
        return new WordLore(table, vectors, LogisticModel.CLASSES);
    }

    /**
     * Reads lexicons and vectors.
     *
     * @param lexicons files with a word, a tab and a number a line, positive for pleasant words; what follows another tab is
     *     left out, so that VADER's lexicon is read as it is. Each is scaled to its largest number; the first that has a word
     *     counts.
     * @param vectors a file with a word and its numbers a line, parted by spaces, as GloVe's are, plain or {@code .gz}; or
     *     CoreNLP's {@code english-embeddings.ser.gz}; null for none
     * @throws IOException when a file cannot be read, or a line is not of its form; the message names file and line
     */
    public static WordLore read(List<Path> lexicons, @Nullable Path vectors) throws IOException {
        Map<String, Float> moods = new HashMap<>();
        for (Path lexicon : lexicons) {
            LoreFiles.lexicon(lexicon).forEach(moods::putIfAbsent);
        }
        return of(moods, vectors == null ? Map.of() : LoreFiles.vectors(vectors));
    }

    static WordLore of(Map<String, Float> moods, Map<String, float[]> vectors) {
        Set<String> words = new TreeSet<>(moods.keySet());
        words.addAll(vectors.keySet());
        WordTable table = WordTable.of(words, moods);
        float[] middle = middle(vectors);
        int width = middle.length + 2;
        float[][] rows = new float[table.size()][];
        Set<Integer> taken = new HashSet<>();
        for (String word : words) {
            int index = table.find(word);
            if (taken.add(index)) {
                rows[index] = row(vectors.get(word), middle, table.mood(index));
            }
        }
        return new WordLore(table, rows, width);
    }

    /** The mean of the vectors after each is brought to length 1; what all have in common says nothing. */
    private static float[] middle(Map<String, float[]> vectors) {
        int size = vectors.values().stream()
                .mapToInt(vector -> vector.length)
                .findAny()
                .orElse(0);
        double[] sum = new double[size];
        for (float[] vector : vectors.values()) {
            double length = length(vector);
            for (int k = 0; k < size; k++) {
                sum[k] += vector[k] / length;
            }
        }
        float[] middle = new float[size];
        for (int k = 0; k < size; k++) {
            middle[k] = (float) (sum[k] / vectors.size());
        }
        return middle;
    }

    private static float[] row(float @Nullable [] vector, float[] middle, float mood) {
        float[] row = new float[middle.length + 2];
        if (vector != null) {
            double length = length(vector);
            for (int k = 0; k < middle.length; k++) {
                row[k] = VECTOR_LENGTH * (float) (vector[k] / length - middle[k]);
            }
        }
        row[middle.length] = Math.max(0, mood);
        row[middle.length + 1] = Math.max(0, -mood);
        return row;
    }

    private static double length(float[] vector) {
        double squares = 1e-12;
        for (float part : vector) {
            squares += part * part;
        }
        return Math.sqrt(squares);
    }

    WordTable table() {
        return table;
    }

    /** How many places {@link #spread} takes. */
    int places() {
        return 2 * width;
    }

    /** The vector with the words of the table, from place {@code firstKnown} on, replaced by the sum of theirs. */
    FeatureVector spread(FeatureVector features, int firstKnown) {
        FeatureVector spread = new FeatureVector();
        float[] sums = new float[places()];
        for (int i = 0; i < features.size(); i++) {
            int known = features.place(i) - firstKnown;
            if (known < 0) {
                spread.add(features.place(i), features.value(i));
                continue;
            }
            float[] vector = vectors[known >> 1];
            int start = (known & 1) * width;
            for (int k = 0; k < width; k++) {
                sums[start + k] += features.value(i) * vector[k];
            }
        }
        for (int k = 0; k < sums.length; k++) {
            if (sums[k] != 0) {
                spread.add(firstKnown + k, sums[k]);
            }
        }
        return spread.trimmed();
    }

    /**
     * What each word of the table adds to each class, from the weights of the places that {@link #spread} fills.
     *
     * @param weights {@code [place * CLASSES + c]}
     * @return {@code [(2 * index + negated) * CLASSES + c]}
     */
    float[] leanings(float[] weights, int firstKnown) {
        float[] leanings = new float[2 * vectors.length * LogisticModel.CLASSES];
        for (int known = 0; known < 2 * vectors.length; known++) {
            float[] vector = vectors[known >> 1];
            int start = firstKnown + (known & 1) * width;
            for (int k = 0; k < width; k++) {
                for (int c = 0; c < LogisticModel.CLASSES; c++) {
                    leanings[known * LogisticModel.CLASSES + c] +=
                            vector[k] * weights[(start + k) * LogisticModel.CLASSES + c];
                }
            }
        }
        return leanings;
    }
}
