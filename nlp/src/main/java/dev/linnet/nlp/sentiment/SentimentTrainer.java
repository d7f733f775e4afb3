package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.LongRuns;
import dev.linnet.nlp.text.SocialText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Trains the logistic layer of {@link FastSentiment} on labelled posts: class-balanced multinomial logistic regression by
 * stochastic gradient descent with steps by AdaGrad (Duchi, Hazan, Singer, JMLR 2011). The same posts and seed give the
 * same model.
 */
public final class SentimentTrainer {
    private static final int HASH_BITS = 19;
    private static final int PASSES = 7;
    private static final float RATE = 0.05f;
    private static final float SHRINKING = 1e-3f;
    private static final float SMALLEST_SQUARE = 1e-6f;

    /** Weights beyond this share of all that are not 0 are cut, so that a byte has steps for the others. */
    private static final double KEPT_WHOLE = 0.9995;

    private final int maxTokens;
    private final long seed;

    /**
     * @param maxTokens how many tokens of a post are read
     * @param seed of the order in which the posts are gone through
     */
    public SentimentTrainer(int maxTokens, long seed) {
        this.maxTokens = maxTokens;
        this.seed = seed;
    }

    /**
     * A labelled post.
     *
     * @param text as the platform gave it
     * @param label 0 negative, 1 neutral, 2 positive
     */
    public record Labelled(String text, int label) {
        public Labelled {
            if (label < 0 || label >= LogisticModel.CLASSES) {
                throw new IllegalArgumentException("A label is 0, 1 or 2 (negative, neutral, positive), not " + label);
            }
        }
    }

    /**
     * Trains on posts and writes the model.
     *
     * @throws IllegalArgumentException when a class has no post
     * @throws IOException when the file cannot be written
     */
    public void train(List<Labelled> posts, Path model) throws IOException {
        LogisticModel trained = train(posts);
        try (OutputStream out = Files.newOutputStream(model)) {
            trained.write(out);
        }
    }

    LogisticModel train(List<Labelled> posts) {
        float[] balance = balance(posts);
        PostFeatures features = new PostFeatures(RecursiveNetwork.shared(), HASH_BITS);
        FeatureVector[] vectors = posts.stream()
                .map(post -> features.of(PostTokens.sentences(clean(post), maxTokens))
                        .trimmed())
                .toArray(FeatureVector[]::new);
        float[][] weights = new float[LogisticModel.CLASSES][PostFeatures.DENSE + (1 << HASH_BITS)];
        float[][] squares = new float[LogisticModel.CLASSES][PostFeatures.DENSE + (1 << HASH_BITS)];
        int[] order = IntStream.range(0, vectors.length).toArray();
        Random random = new Random(seed);
        for (int pass = 0; pass < PASSES; pass++) {
            shuffle(order, random);
            for (int i : order) {
                int label = posts.get(i).label();
                learn(vectors[i], label, balance[label], weights, squares);
            }
        }
        return LogisticModel.of(weights, HASH_BITS, largest(weights));
    }

    private static String clean(Labelled post) {
        return LongRuns.parted(SocialText.clean(post.text(), 10_000));
    }

    /** What a post of each class weighs, so that the classes weigh the same. */
    private static float[] balance(List<Labelled> posts) {
        float[] balance = new float[LogisticModel.CLASSES];
        for (Labelled post : posts) {
            balance[post.label()]++;
        }
        for (int c = 0; c < balance.length; c++) {
            if (balance[c] == 0) {
                throw new IllegalArgumentException(
                        "No post has the label " + c + "; training needs some of each class");
            }
            balance[c] = posts.size() / (LogisticModel.CLASSES * balance[c]);
        }
        return balance;
    }

    private static void learn(FeatureVector vector, int label, float balance, float[][] weights, float[][] squares) {
        double[] activations = new double[LogisticModel.CLASSES];
        for (int c = 0; c < activations.length; c++) {
            for (int i = 0; i < vector.size(); i++) {
                activations[c] += weights[c][vector.place(i)] * vector.value(i);
            }
        }
        double[] probabilities = LogisticModel.softmax(activations);
        for (int c = 0; c < probabilities.length; c++) {
            float error = (float) (probabilities[c] - (c == label ? 1 : 0)) * balance;
            step(vector, error, weights[c], squares[c]);
        }
    }

    private static void step(FeatureVector vector, float error, float[] weights, float[] squares) {
        for (int i = 0; i < vector.size(); i++) {
            int place = vector.place(i);
            float gradient = error * vector.value(i) + SHRINKING * weights[place];
            squares[place] += gradient * gradient;
            weights[place] -= RATE * gradient / (float) Math.sqrt(squares[place] + SMALLEST_SQUARE);
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    private static float largest(float[][] weights) {
        double[] sizes = Arrays.stream(weights)
                .flatMapToDouble(ofClass -> IntStream.range(PostFeatures.DENSE, ofClass.length)
                        .mapToDouble(place -> Math.abs(ofClass[place])))
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : (float) sizes[(int) (KEPT_WHOLE * (sizes.length - 1))];
    }
}
