package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.UnreadablePostException;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.CoreMap;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CoreNLP's sentiment as it comes, parser and all: the class of the longest sentence. For comparison; about ten posts a
 * second. Its parser can take minutes on a long sentence and overflows the stack on others, so each text has a budget on a
 * thread of its own.
 */
public final class FullSentiment implements SentimentReader {
    private static final Logger LOG = LoggerFactory.getLogger(FullSentiment.class);
    private static final String PARSER = "edu/stanford/nlp/models/lexparser/englishPCFG.ser.gz";

    /** The parser takes the cube of a sentence's length; CoreNLP gives longer ones no tree. */
    private static final int LONGEST_SENTENCE = 80;

    private final StanfordCoreNLP pipeline;
    private final TimedReading timed;

    private FullSentiment(StanfordCoreNLP pipeline, Duration budget) {
        this.pipeline = pipeline;
        this.timed = new TimedReading(budget);
    }

    /**
     * Loads CoreNLP's pipeline.
     *
     * @throws IllegalStateException when its parser's model is not on the classpath; the message says what to add
     */
    public static FullSentiment open(Duration budget) {
        ExtraModels.require("full", PARSER, "stanford-corenlp-4.5.10-models.jar", "CoreNLP's models");
        long start = System.nanoTime();
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,parse,sentiment");
        properties.setProperty("parse.maxlen", Integer.toString(LONGEST_SENTENCE));
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        LOG.info(
                "Loaded CoreNLP's parser and sentiment in {} ms",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return new FullSentiment(pipeline, budget);
    }

    @Override
    public Sentiment read(String cleanText) throws UnreadablePostException {
        return timed.read(() -> readNow(cleanText));
    }

    private Sentiment readNow(String text) {
        Annotation annotation = new Annotation(text);
        pipeline.annotate(annotation);
        CoreMap longest = null;
        for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
            longest = longest == null || length(sentence) > length(longest) ? sentence : longest;
        }
        if (longest == null) {
            return Sentiment.UNKNOWN;
        }
        Tree tree = longest.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
        int predicted = RNNCoreAnnotations.getPredictedClass(tree);
        Sentiment.Label label = predicted < 2
                ? Sentiment.Label.NEGATIVE
                : predicted == 2 ? Sentiment.Label.NEUTRAL : Sentiment.Label.POSITIVE;
        return new Sentiment(label, (predicted - 2) / 2.0);
    }

    private static int length(CoreMap sentence) {
        return sentence.get(CoreAnnotations.TokensAnnotation.class).size();
    }

    @Override
    public void close() {
        timed.close();
    }
}
