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
 * positive. Weights of hashed features take a byte each, those of the dense ones a float.
 */
final class LogisticModel {
    static final int CLASSES = 3;

    private static final int MAGIC = 0x4c6e5331;
    private static final int LARGEST = 22;

    private final int hashBits;

    /** By class: {@code [c * DENSE + place]}. */
    private final float[] dense;

    /** By class: {@code [c * 2^hashBits + place - DENSE]}, in {@link #step}s. */
    private final byte[] hashed;

    private final float step;

    private LogisticModel(int hashBits, float[] dense, byte[] hashed, float step) {
        this.hashBits = hashBits;
        this.dense = dense;
        this.hashed = hashed;
        this.step = step;
    }

    /**
     * Rounds trained weights to bytes.
     *
     * @param weights by class and place
     * @param largest the weight that a byte's largest stands for; weights beyond are cut to it
     */
    static LogisticModel of(float[][] weights, int hashBits, float largest) {
        int places = 1 << hashBits;
        float[] dense = new float[CLASSES * PostFeatures.DENSE];
        byte[] hashed = new byte[CLASSES * places];
        float step = largest / Byte.MAX_VALUE;
        for (int c = 0; c < CLASSES; c++) {
            System.arraycopy(weights[c], 0, dense, c * PostFeatures.DENSE, PostFeatures.DENSE);
            for (int p = 0; p < places; p++) {
                float steps = weights[c][PostFeatures.DENSE + p] / step;
                hashed[c * places + p] = (byte) Math.round(Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, steps)));
            }
        }
        return new LogisticModel(hashBits, dense, hashed, step);
    }

    int hashBits() {
        return hashBits;
    }

    /** How probable negative, neutral and positive are. */
    double[] probabilities(FeatureVector vector) {
        double[] result = new double[CLASSES];
        for (int i = 0; i < vector.size(); i++) {
            int place = vector.place(i);
            float value = vector.value(i);
            for (int c = 0; c < CLASSES; c++) {
                result[c] += weight(c, place) * value;
            }
        }
        return softmax(result);
    }

    private float weight(int c, int place) {
        return place < PostFeatures.DENSE
                ? dense[c * PostFeatures.DENSE + place]
                : step * hashed[(c << hashBits) + place - PostFeatures.DENSE];
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
            data.writeFloat(step);
            for (float weight : dense) {
                data.writeFloat(weight);
            }
            data.write(hashed);
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
                        + PostFeatures.SCHEME + "; train it again");
            }
            int hashBits = data.readInt();
            if (hashBits < 1 || hashBits > LARGEST) {
                throw new IOException("damaged: 2^" + hashBits + " places");
            }
            float step = data.readFloat();
            float[] dense = new float[CLASSES * PostFeatures.DENSE];
            for (int i = 0; i < dense.length; i++) {
                dense[i] = data.readFloat();
            }
            byte[] hashed = new byte[CLASSES << hashBits];
            data.readFully(hashed);
            return new LogisticModel(hashBits, dense, hashed, step);
        } catch (IOException e) {
            throw new IOException(
                    "The sentiment model " + name + " cannot be used: "
                            + (e.getMessage() == null ? "cut short" : e.getMessage()),
                    e);
        }
    }
}
