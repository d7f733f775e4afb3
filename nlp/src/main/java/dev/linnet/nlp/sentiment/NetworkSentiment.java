package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.Sentiment;
import edu.stanford.nlp.sentiment.SentimentModel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a post's mood by CoreNLP's recursive network without a parser: the mood of its most decided sentence.
 *
 * <p>The network was trained on film reviews and leans as they do, so each class is divided by how often the network
 * sees it in posts before the mean mood is taken.
 */
public final class NetworkSentiment implements SentimentReader {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkSentiment.class);
    private static final String MODEL = "edu/stanford/nlp/models/sentiment/sentiment.ser.gz";

    /** The network's mean class probabilities over development posts, from very negative to very positive. */
    private static final float[] PRIORS = {0.0525f, 0.1833f, 0.4387f, 0.2643f, 0.0612f};

    /** The mood from which a post counts as positive, and below whose negative it counts as negative; development data. */
    private static final double DECIDED = 0.153;

    private final RecursiveNetwork network;
    private final NetworkWords words;
    private final int maxTokens;

    /** @param maxTokens how many tokens of a post are read; the rest is left out */
    public NetworkSentiment(int maxTokens) {
        this.network = Shared.NETWORK;
        this.words = new NetworkWords(network::knows);
        this.maxTokens = maxTokens;
    }

    @Override
    public Sentiment read(String cleanText) {
        double decided = 0;
        boolean any = false;
        for (List<String> tokens : PostTokens.sentences(cleanText, maxTokens)) {
            List<String> sentence = words.of(tokens);
            if (!sentence.isEmpty()) {
                any = true;
                double mood = mood(network.classes(sentence));
                decided = Math.abs(mood) > Math.abs(decided) ? mood : decided;
            }
        }
        return any ? new Sentiment(label(decided), decided) : Sentiment.UNKNOWN;
    }

    private static Sentiment.Label label(double mood) {
        if (mood > DECIDED) {
            return Sentiment.Label.POSITIVE;
        }
        return mood < -DECIDED ? Sentiment.Label.NEGATIVE : Sentiment.Label.NEUTRAL;
    }

    /** The mean mood from −1 to 1, with the network's own leaning divided out. */
    private static double mood(float[] classes) {
        double sum = 0;
        double mean = 0;
        for (int c = 0; c < classes.length; c++) {
            double share = classes[c] / PRIORS[c];
            sum += share;
            mean += share * (c - 2) / 2;
        }
        return mean / sum;
    }

    /** Loaded once in a JVM, when it is first asked for. */
    private static final class Shared {
        static final RecursiveNetwork NETWORK = load();

        private static RecursiveNetwork load() {
            long start = System.nanoTime();
            RecursiveNetwork network = RecursiveNetwork.of(SentimentModel.loadSerialized(MODEL));
            LOG.info(
                    "Loaded CoreNLP's sentiment network in {} ms",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            return network;
        }
    }
}
