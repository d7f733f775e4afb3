package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.UnreadablePostException;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.SentenceUtils;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.ejml.simple.SimpleMatrix;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * CoreNLP's sentiment over the trees of its shift-reduce parser: the mood of the most decided sentence, with the network's
 * leanings divided out. The parser takes time in proportion to a sentence's length, but overflows the stack on thousands of
 * words; sentences are cut long before.
 */
public final class ParsedSentiment implements SentimentReader {
    private static final Logger LOG = LoggerFactory.getLogger(ParsedSentiment.class);
    private static final String PARSER = "edu/stanford/nlp/models/srparser/englishSR.ser.gz";

    /** In the same jar as the parser, and at home with the cases of posts. */
    private static final String TAGGER =
            "edu/stanford/nlp/models/pos-tagger/english-caseless-left3words-distsim.tagger";

    /** Of moods from −1 to 1. Round on purpose: thresholds fitted to development posts are no better on others. */
    private static final double NEGATIVE_BELOW = -0.2;

    private static final double POSITIVE_ABOVE = 0.2;

    private final StanfordCoreNLP pipeline;
    private final TimedReading timed;
    private final int maxTokens;

    private ParsedSentiment(StanfordCoreNLP pipeline, Duration budget, int maxTokens) {
        this.pipeline = pipeline;
        this.timed = new TimedReading(budget);
        this.maxTokens = maxTokens;
    }

    /**
     * Loads the parser.
     *
     * @param maxTokens how many tokens of a post are read; the rest is left out
     * @throws IllegalStateException when its model is not on the classpath; the message says what to add
     */
    public static ParsedSentiment open(Duration budget, int maxTokens) {
        ExtraModels.require(
                "parsed", PARSER, "stanford-corenlp-4.5.10-models-english.jar", "CoreNLP's shift-reduce parser");
        long start = System.nanoTime();
        Properties properties = new Properties();
        properties.setProperty("annotators", "pos,parse,sentiment");
        properties.setProperty("pos.model", TAGGER);
        properties.setProperty("parse.model", PARSER);
        properties.setProperty("parse.binaryTrees", "true");
        properties.setProperty("parse.buildgraphs", "false");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties, false);
        LOG.info(
                "Loaded CoreNLP's shift-reduce parser and sentiment in {} ms",
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return new ParsedSentiment(pipeline, budget, maxTokens);
    }

    @Override
    public Sentiment read(String cleanText) throws UnreadablePostException {
        return timed.read(() -> readNow(cleanText));
    }

    private Sentiment readNow(String text) {
        Annotation annotation = annotation(text, PostTokens.sentences(text, maxTokens));
        pipeline.annotate(annotation);
        NetworkMoods moods = new NetworkMoods();
        for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
            Tree tree = sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class);
            moods.add(
                    classes(RNNCoreAnnotations.getPredictions(tree)),
                    sentence.get(CoreAnnotations.TokensAnnotation.class).size());
        }
        if (moods.isEmpty()) {
            return Sentiment.UNKNOWN;
        }
        return new Sentiment(label(moods.decided()), moods.decided());
    }

    private static Annotation annotation(String text, List<List<String>> sentences) {
        Annotation annotation = new Annotation(text);
        List<CoreMap> maps = new ArrayList<>();
        List<CoreLabel> all = new ArrayList<>();
        for (List<String> words : sentences) {
            if (words.stream().noneMatch(word -> Character.isLetter(word.codePointAt(0)))) {
                continue;
            }
            List<CoreLabel> tokens = SentenceUtils.toCoreLabelList(words.toArray(new String[0]));
            CoreMap sentence = new ArrayCoreMap();
            sentence.set(CoreAnnotations.TextAnnotation.class, String.join(" ", words));
            sentence.set(CoreAnnotations.TokensAnnotation.class, tokens);
            sentence.set(CoreAnnotations.SentenceIndexAnnotation.class, maps.size());
            maps.add(sentence);
            all.addAll(tokens);
        }
        annotation.set(CoreAnnotations.TokensAnnotation.class, all);
        annotation.set(CoreAnnotations.SentencesAnnotation.class, maps);
        return annotation;
    }

    private static float[] classes(SimpleMatrix predictions) {
        float[] classes = new float[predictions.getNumElements()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (float) predictions.get(i);
        }
        return classes;
    }

    private static Sentiment.Label label(double mood) {
        if (mood < NEGATIVE_BELOW) {
            return Sentiment.Label.NEGATIVE;
        }
        return mood > POSITIVE_ABOVE ? Sentiment.Label.POSITIVE : Sentiment.Label.NEUTRAL;
    }

    @Override
    public void close() {
        timed.close();
    }
}
