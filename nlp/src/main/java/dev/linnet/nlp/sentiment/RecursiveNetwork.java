package dev.linnet.nlp.sentiment;

import edu.stanford.nlp.neural.SimpleTensor;
import edu.stanford.nlp.sentiment.SentimentModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ejml.simple.SimpleMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CoreNLP's recursive neural tensor network for sentiment, its weights in flat float arrays, evaluated over a balanced
 * binary tree of a sentence's words instead of a parser's tree.
 *
 * <p>A node with the children a and b has the vector tanh(W·[a;b;1] + [a;b]ᵀ·T·[a;b]), a leaf the tanh of its word's
 * vector, and the classes of the root are softmax(C·[v;1]). As the quadratic form adds T's two halves across its
 * diagonal, they are folded into one, which halves the work. Socher et al., "Recursive Deep Models for Semantic
 * Compositionality Over a Sentiment Treebank", EMNLP 2013. Safe for use by several threads.
 */
final class RecursiveNetwork {
    private static final Logger LOG = LoggerFactory.getLogger(RecursiveNetwork.class);
    private static final String MODEL = "edu/stanford/nlp/models/sentiment/sentiment.ser.gz";

    /** What CoreNLP calls a word that it has no vector for. */
    private static final String UNKNOWN = "*UNK*";

    private final int size;
    private final int classes;
    private final Map<String, float[]> leaves;
    private final float[] unknownLeaf;

    /** W by input, the last first: {@code [(2 * size - 1 - i) * size + k]} leads from input i to output k. */
    private final float[] linear;

    private final float[] bias;

    /** How many first inputs are summed in one pass, which spares loads and stores of the sum. */
    private static final int TOGETHER = 4;

    /**
     * For each first input i a row: for each second input j, from the last down to the first i of its group of
     * {@link #TOGETHER}, {@code size} outputs, which are 0 where j &lt; i. From the last down, so that all rows begin at the
     * same place: the compiler makes vector instructions of loops over arrays that are read at one index, which is 3.6
     * times as fast.
     */
    private final float[][] tensor;

    /** C by class: {@code [c * (size + 1) + k]}; the last of a class is its bias. */
    private final float[] classifier;

    private RecursiveNetwork(
            int size,
            int classes,
            Map<String, float[]> leaves,
            float[] unknownLeaf,
            float[] linear,
            float[] bias,
            float[][] tensor,
            float[] classifier) {
        this.size = size;
        this.classes = classes;
        this.leaves = leaves;
        this.unknownLeaf = unknownLeaf;
        this.linear = linear;
        this.bias = bias;
        this.tensor = tensor;
        this.classifier = classifier;
    }

    /**
     * Copies the weights of a model.
     *
     * @throws IllegalArgumentException when the model is not of the one shape this class evaluates: tensors, and one set
     *     of weights for all categories
     */
    static RecursiveNetwork of(SentimentModel model) {
        if (!model.op.simplifiedModel || !model.op.combineClassification || !model.op.useTensors) {
            throw new IllegalArgumentException("The sentiment model has weights by category or no tensors;"
                    + " take edu/stanford/nlp/models/sentiment/sentiment.ser.gz of CoreNLP 4.5.10");
        }
        Map<String, float[]> leaves = new HashMap<>(model.wordVectors.size() * 2);
        model.wordVectors.forEach((word, vector) -> leaves.put(word, leaf(vector)));
        return new RecursiveNetwork(
                model.numHid,
                model.numClasses,
                leaves,
                leaf(model.getWordVector(UNKNOWN)),
                linear(model.getBinaryTransform("", "")),
                bias(model.getBinaryTransform("", "")),
                tensor(model.getBinaryTensor("", "")),
                classifier(model.getUnaryClassification("")));
    }

    /** The network of this JVM, loaded when it is first asked for. */
    static RecursiveNetwork shared() {
        return Shared.NETWORK;
    }

    /** Whether the network has a vector of its own for the word, as it is written. */
    boolean knows(String word) {
        return leaves.containsKey(word);
    }

    /** How probable each class is, from very negative to very positive, for a sentence of at least one word. */
    float[] classes(List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A sentence without a word has no tree");
        }
        return softmax(node(words, 0, words.size(), new float[size * 2 * size]));
    }

    /** The vector of the words from {@code from} to before {@code to}; {@code scratch} is overwritten. */
    private float[] node(List<String> words, int from, int to, float[] scratch) {
        if (to - from == 1) {
            return leaves.getOrDefault(words.get(from), unknownLeaf);
        }
        int middle = (from + to) >>> 1;
        float[] left = node(words, from, middle, scratch);
        float[] right = node(words, middle, to, scratch);
        return combine(left, right, scratch);
    }

    private float[] combine(float[] left, float[] right, float[] scratch) {
        int inputs = 2 * size;
        float[] input = new float[tensor.length];
        System.arraycopy(left, 0, input, 0, size);
        System.arraycopy(right, 0, input, size, size);

        // First the sum over the first inputs, as whole rows; scratch[(inputs - 1 - j) * size + k] is what second input
        // j
        // has to be multiplied by for output k. It starts as W.
        System.arraycopy(linear, 0, scratch, 0, inputs * size);
        for (int i = 0; i < tensor.length; i += TOGETHER) {
            addScaled(scratch, i, input);
        }
        float[] output = bias.clone();
        for (int j = 0; j < inputs; j++) {
            float scale = input[j];
            int row = (inputs - 1 - j) * size;
            for (int k = 0; k < size; k++) {
                output[k] += scale * scratch[row + k];
            }
        }
        for (int k = 0; k < size; k++) {
            output[k] = tanh(output[k]);
        }
        return output;
    }

    /** By the exponential function, which the processor is given as one piece of code, unlike {@link Math#tanh}: a third of its time. */
    private static float tanh(float x) {
        return (float) (1 - 2 / (Math.exp(2 * (double) x) + 1));
    }

    private void addScaled(float[] sum, int i, float[] input) {
        float[] row0 = tensor[i];
        float[] row1 = tensor[i + 1];
        float[] row2 = tensor[i + 2];
        float[] row3 = tensor[i + 3];
        float scale0 = input[i];
        float scale1 = input[i + 1];
        float scale2 = input[i + 2];
        float scale3 = input[i + 3];
        for (int n = 0; n < row0.length; n++) {
            sum[n] += scale0 * row0[n] + scale1 * row1[n] + scale2 * row2[n] + scale3 * row3[n];
        }
    }

    private float[] softmax(float[] vector) {
        float[] result = new float[classes];
        float sum = 0;
        for (int c = 0; c < classes; c++) {
            int row = c * (size + 1);
            float activation = classifier[row + size];
            for (int k = 0; k < size; k++) {
                activation += classifier[row + k] * vector[k];
            }
            result[c] = (float) Math.exp(activation);
            sum += result[c];
        }
        for (int c = 0; c < classes; c++) {
            result[c] /= sum;
        }
        return result;
    }

    private static float[] leaf(SimpleMatrix vector) {
        float[] leaf = new float[vector.getNumElements()];
        for (int k = 0; k < leaf.length; k++) {
            leaf[k] = (float) Math.tanh(vector.get(k));
        }
        return leaf;
    }

    private static float[] linear(SimpleMatrix transform) {
        int outputs = transform.numRows();
        int inputs = transform.numCols() - 1;
        float[] linear = new float[inputs * outputs];
        for (int i = 0; i < inputs; i++) {
            for (int k = 0; k < outputs; k++) {
                linear[(inputs - 1 - i) * outputs + k] = (float) transform.get(k, i);
            }
        }
        return linear;
    }

    private static float[] bias(SimpleMatrix transform) {
        float[] bias = new float[transform.numRows()];
        for (int k = 0; k < bias.length; k++) {
            bias[k] = (float) transform.get(k, transform.numCols() - 1);
        }
        return bias;
    }

    private static float[][] tensor(SimpleTensor full) {
        int inputs = full.numRows();
        int outputs = full.numSlices();
        int padded = (inputs + TOGETHER - 1) / TOGETHER * TOGETHER;
        float[][] tensor = new float[padded][];
        for (int i = 0; i < padded; i++) {
            int first = i / TOGETHER * TOGETHER;
            tensor[i] = new float[(inputs - first) * outputs];
            for (int j = i; j < inputs; j++) {
                for (int k = 0; k < outputs; k++) {
                    SimpleMatrix slice = full.getSlice(k);
                    double folded = i == j ? slice.get(i, i) : slice.get(i, j) + slice.get(j, i);
                    tensor[i][(inputs - 1 - j) * outputs + k] = (float) folded;
                }
            }
        }
        return tensor;
    }

    private static float[] classifier(SimpleMatrix classification) {
        int columns = classification.numCols();
        float[] classifier = new float[classification.getNumElements()];
        for (int c = 0; c < classification.numRows(); c++) {
            for (int k = 0; k < columns; k++) {
                classifier[c * columns + k] = (float) classification.get(c, k);
            }
        }
        return classifier;
    }

    private static final class Shared {
        static final RecursiveNetwork NETWORK = load();

        private static RecursiveNetwork load() {
            long start = System.nanoTime();
            RecursiveNetwork network = of(SentimentModel.loadSerialized(MODEL));
            LOG.info(
                    "Loaded CoreNLP's sentiment network in {} ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            return network;
        }
    }
}
