package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.Sentiment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a post's mood by CoreNLP's tokenizer and recursive network, without a parser, and a logistic layer over the
 * network's moods, moods by rules, words, letter groups, and the post's style. The label is the most probable class, the score how
 * much more probable positive is than negative.
 */
public final class FastSentiment implements SentimentReader {
    private static final Logger LOG = LoggerFactory.getLogger(FastSentiment.class);
    private static final String SHIPPED = "/dev/linnet/nlp/sentiment-en.model.gz";

    private final LogisticModel model;
    private final PostFeatures features;
    private final int maxTokens;

    private FastSentiment(LogisticModel model, int maxTokens) {
        this.model = model;
        this.features = new PostFeatures(RecursiveNetwork.shared(), model.table(), model.hashBits());
        this.maxTokens = maxTokens;
    }

    /**
     * With the model that ships.
     *
     * @param maxTokens how many tokens of a post are read; the rest is left out
     */
    public static FastSentiment shipped(int maxTokens) {
        return new FastSentiment(Shared.MODEL, maxTokens);
    }

    /**
     * With a model that {@link SentimentTrainer} wrote.
     *
     * @throws IOException when the file cannot be read or is no model for this version; the message names it
     */
    public static FastSentiment of(Path model, int maxTokens) throws IOException {
        try (InputStream in = Files.newInputStream(model)) {
            return new FastSentiment(LogisticModel.read(in, model.toString()), maxTokens);
        }
    }

    static LogisticModel shippedModel() {
        return Shared.MODEL;
    }

    @Override
    public Sentiment read(String cleanText) {
        FeatureVector vector = features.of(PostTokens.sentences(cleanText, maxTokens));
        if (vector.size() == 0) {
            return Sentiment.UNKNOWN;
        }
        double[] probabilities = model.probabilities(vector);
        return new Sentiment(label(probabilities), probabilities[2] - probabilities[0]);
    }

    private static Sentiment.Label label(double[] probabilities) {
        if (probabilities[0] > probabilities[1] && probabilities[0] > probabilities[2]) {
            return Sentiment.Label.NEGATIVE;
        }
        return probabilities[2] > probabilities[1] ? Sentiment.Label.POSITIVE : Sentiment.Label.NEUTRAL;
    }

    /** Loaded once in a JVM, when it is first asked for. */
    private static final class Shared {
        static final LogisticModel MODEL = load();

        private static LogisticModel load() {
            long start = System.nanoTime();
            try (InputStream in = FastSentiment.class.getResourceAsStream(SHIPPED)) {
                if (in == null) {
                    throw new IllegalStateException(SHIPPED + " is missing in the jar of linnet-nlp");
                }
                LogisticModel model = LogisticModel.read(in, SHIPPED);
                LOG.info(
                        "Loaded the sentiment layer in {} ms",
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
                return model;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
