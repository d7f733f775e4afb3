package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.text.LongRuns;
import dev.linnet.nlp.text.SocialText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The weights are the mean of those after this pass and all later ones. */
    private static final int FIRST_AVERAGED = 3;

    private static final float RATE = 0.03f;
    private static final float SHRINKING = 1e-3f;
    private static final float SMALLEST_SQUARE = 1e-6f;

    private final int maxTokens;
    private final long seed;
    private final WordLore lore;

    /**
     * @param maxTokens how many tokens of a post are read
     * @param seed of the order in which the posts are gone through
     * @param lore what is known of words besides the posts
     */
    public SentimentTrainer(int maxTokens, long seed, WordLore lore) {
        this.maxTokens = maxTokens;
        this.seed = seed;
        this.lore = lore;
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
        FeatureVector[] vectors = vectors(posts);
        int firstKnown = PostFeatures.firstKnown(HASH_BITS);
        Weights weights = new Weights(firstKnown + lore.places());
        int[] order = IntStream.range(0, vectors.length).toArray();
        Random random = new Random(seed);
        for (int pass = 0; pass < PASSES; pass++) {
            shuffle(order, random);
            for (int i : order) {
                int label = posts.get(i).label();
                weights.learn(vectors[i], label, balance[label]);
            }
            if (pass >= FIRST_AVERAGED) {
                weights.count();
            }
        }
        float[] mean = weights.mean();
        return LogisticModel.of(mean, HASH_BITS, lore.table(), lore.leanings(mean, firstKnown));
    }

    private FeatureVector[] vectors(List<Labelled> posts) {
        PostFeatures features = new PostFeatures(RecursiveNetwork.shared(), lore.table(), HASH_BITS);
        int firstKnown = PostFeatures.firstKnown(HASH_BITS);
        return posts.parallelStream()
                .map(post -> lore.spread(features.of(PostTokens.sentences(clean(post), maxTokens)), firstKnown))
                .toArray(FeatureVector[]::new);
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

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
    }

    /** Weights by place and class while they are learnt, {@code [place * CLASSES + c]}. */
    private static final class Weights {
        private final float[] weights;
        private final float[] squares;
        private final float[] sums;
        private int counted;

        Weights(int places) {
            weights = new float[places * LogisticModel.CLASSES];
            squares = new float[weights.length];
            sums = new float[weights.length];
        }

        void learn(FeatureVector vector, int label, float balance) {
            double[] activations = new double[LogisticModel.CLASSES];
            for (int i = 0; i < vector.size(); i++) {
                int start = vector.place(i) * LogisticModel.CLASSES;
                for (int c = 0; c < LogisticModel.CLASSES; c++) {
                    activations[c] += weights[start + c] * vector.value(i);
                }
            }
            double[] errors = LogisticModel.softmax(activations);
            errors[label] -= 1;
            for (int i = 0; i < vector.size(); i++) {
                int start = vector.place(i) * LogisticModel.CLASSES;
                for (int c = 0; c < LogisticModel.CLASSES; c++) {
                    step(start + c, (float) errors[c] * balance * vector.value(i));
                }
            }
        }

        private void step(int place, float slope) {
            float gradient = slope + SHRINKING * weights[place];
            squares[place] += gradient * gradient;
            weights[place] -= RATE * gradient / (float) Math.sqrt(squares[place] + SMALLEST_SQUARE);
        }

        /** Counts the weights of now in the mean. */
        void count() {
            counted++;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weights[i];
            }
        }

        float[] mean() {
            float[] mean = sums.clone();
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= counted;
            }
            return mean;
        }
    }
}
