package dev.linnet.nlp.sentiment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/** Weights rounded to a byte each: a number of steps, all of one size. */
final class ByteWeights {
    /** Weights beyond this share of all that are not 0 are cut, so that a byte has steps for the others. */
    private static final double KEPT_WHOLE = 0.9995;

    private final byte[] steps;
    private final float step;

    private ByteWeights(byte[] steps, float step) {
        this.steps = steps;
        this.step = step;
    }

    /** Rounds {@code length} weights from {@code start} on. */
    static ByteWeights of(float[] weights, int start, int length) {
        float step = largest(weights, start, length) / Byte.MAX_VALUE;
        byte[] steps = new byte[length];
        for (int i = 0; i < length; i++) {
            float exact = weights[start + i] / step;
            steps[i] = (byte) Math.rint(Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, exact)));
        }
        return new ByteWeights(steps, step);
    }

    private static float largest(float[] weights, int start, int length) {
        double[] sizes = IntStream.range(start, start + length)
                .mapToDouble(i -> Math.abs(weights[i]))
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : (float) sizes[(int) (KEPT_WHOLE * (sizes.length - 1))];
    }

    float get(int i) {
        return step * steps[i];
    }

    /** Adds the weights from {@code start} on, times {@code value}, to {@code sums}, one to each. */
    void addTo(double[] sums, int start, float value) {
        float scale = step * value;
        for (int c = 0; c < sums.length; c++) {
            sums[c] += scale * steps[start + c];
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeFloat(step);
        out.write(steps);
    }

    static ByteWeights read(DataInput in, int length) throws IOException {
        float step = in.readFloat();
        byte[] steps = new byte[length];
        in.readFully(steps);
        return new ByteWeights(steps, step);
    }
}
