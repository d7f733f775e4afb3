package dev.linnet.nlp.sentiment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Multinomial logistic regression over {@link PostFeatures}: how probable it is that a post is negative, neutral or
 * positive. Weights of the dense features take a float each, all others a byte.
 */
final class LogisticModel {
    static final int CLASSES = 3;

    private static final int MAGIC = 0x4c6e5331;
    private static final int LARGEST = 22;

    private final int hashBits;
    private final WordTable table;

    /** {@code [place * CLASSES + c]} */
    private final float[] dense;

    /** {@code [(place - DENSE) * CLASSES + c]} */
    private final ByteWeights hashed;

    /** {@code [(place - firstKnown) * CLASSES + c]} */
    private final ByteWeights known;

    private LogisticModel(int hashBits, WordTable table, float[] dense, ByteWeights hashed, ByteWeights known) {
        this.hashBits = hashBits;
        this.table = table;
        this.dense = dense;
        this.hashed = hashed;
        this.known = known;
    }

    /**
     * Rounds trained weights.
     *
     * @param weights {@code [place * CLASSES + c]} of the dense and the hashed features
     * @param known {@code [(2 * index + negated) * CLASSES + c]} of the table's words
     */
    static LogisticModel of(float[] weights, int hashBits, WordTable table, float[] known) {
        int start = PostFeatures.DENSE * CLASSES;
        return new LogisticModel(
                hashBits,
                table,
                java.util.Arrays.copyOf(weights, start),
                ByteWeights.of(weights, start, CLASSES << hashBits),
                ByteWeights.of(known, 0, known.length));
    }

    int hashBits() {
        return hashBits;
    }

    WordTable table() {
        return table;
    }

    /** What the word at an index of the table adds to each class, plain or negated. */
    float[] leaning(int index, boolean negated) {
        float[] leaning = new float[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            leaning[c] = known.get((2 * index + (negated ? 1 : 0)) * CLASSES + c);
        }
        return leaning;
    }

    /** How probable negative, neutral and positive are. */
    double[] probabilities(FeatureVector vector) {
        int firstKnown = PostFeatures.firstKnown(hashBits);
        double[] result = new double[CLASSES];
        for (int i = 0; i < vector.size(); i++) {
            int place = vector.place(i);
            float value = vector.value(i);
            if (place < PostFeatures.DENSE) {
                for (int c = 0; c < CLASSES; c++) {
                    result[c] += dense[place * CLASSES + c] * value;
                }
            } else if (place < firstKnown) {
                hashed.addTo(result, (place - PostFeatures.DENSE) * CLASSES, value);
            } else {
                known.addTo(result, (place - firstKnown) * CLASSES, value);
            }
        }
        return softmax(result);
    }

    /** Turns activations into probabilities, in place. */
    static double[] softmax(double[] activations) {
        double highest = Math.max(activations[0], Math.max(activations[1], activations[2]));
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
            activations[c] = Math.exp(activations[c] - highest);
            sum += activations[c];
        }
        for (int c = 0; c < CLASSES; c++) {
            activations[c] /= sum;
        }
        return activations;
    }

    /** Writes the model, compressed. */
    void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(out)))) {
            data.writeInt(MAGIC);
            data.writeInt(PostFeatures.SCHEME);
            data.writeInt(hashBits);
            for (float weight : dense) {
                data.writeFloat(weight);
            }
            hashed.write(data);
            table.write(data);
            known.write(data);
        }
    }

    /**
     * Reads a model.
     *
     * @param name what to call it in messages
     * @throws IOException when it is no model, is cut short, or was trained by a version with other features
     */
    static LogisticModel read(InputStream in, String name) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, 1 << 16)))) {
            if (data.readInt() != MAGIC) {
                throw new IOException("not written by Linnet");
            }
            int scheme = data.readInt();
            if (scheme != PostFeatures.SCHEME) {
                throw new IOException("trained for features of version " + scheme + ", these are of version "
                        + PostFeatures.SCHEME + "; train it again with this version");
            }
            int hashBits = data.readInt();
            if (hashBits < 1 || hashBits > LARGEST) {
                throw new IOException("damaged: 2^" + hashBits + " places");
            }
            float[] dense = new float[CLASSES * PostFeatures.DENSE];
            for (int i = 0; i < dense.length; i++) {
                dense[i] = data.readFloat();
            }
            ByteWeights hashed = ByteWeights.read(data, CLASSES << hashBits);
            WordTable table = WordTable.read(data);
            return new LogisticModel(
                    hashBits, table, dense, hashed, ByteWeights.read(data, CLASSES * 2 * table.size()));
        } catch (IOException e) {
            throw new IOException(
                    "The sentiment model " + name + " cannot be used: "
                            + (e.getMessage() == null ? "cut short" : e.getMessage()),
                    e);
        }
    }
}
