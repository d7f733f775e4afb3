package dev.linnet.bench;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.sentiment.SentimentCoreAnnotations;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.influxdb.InfluxDB;
import org.influxdb.InfluxDBFactory;
import org.influxdb.dto.Point;
import org.influxdb.dto.Query;
import org.jspecify.annotations.Nullable;
import twitter4j.TwitterException;
import twitter4j.TwitterObjectFactory;
import twitter4j.v1.Status;

/**
 * The peer of the whole-job benchmark: the job as most would write it. Twitter4J makes a status of every line, each keyword
 * is looked for with {@code contains}, CoreNLP's default pipeline tells the sentiment, and each point is one HTTP write.
 *
 * <p>Arguments: keywords file, InfluxDB's address, {@code nlp} or {@code no-nlp}, then the files.
 */
public final class PlainWay {
    private final List<String> keywords;
    private final InfluxDB influx;
    private final @Nullable StanfordCoreNLP pipeline;
    private long lines;
    private long posts;
    private long matched;
    private long written;

    private PlainWay(List<String> keywords, InfluxDB influx, @Nullable StanfordCoreNLP pipeline) {
        this.keywords = keywords;
        this.influx = influx;
        this.pipeline = pipeline;
    }

    /** Runs over the files and prints what it counted. */
    public static void main(String[] args) throws IOException {
        InfluxDB influx = InfluxDBFactory.connect(args[1]);
        influx.query(new Query("CREATE DATABASE plain"));
        influx.setDatabase("plain");
        PlainWay way = new PlainWay(
                Keywords.texts(Path.of(args[0])), influx, args[2].equals("nlp") ? defaultPipeline() : null);
        long start = System.nanoTime();
        for (int i = 3; i < args.length; i++) {
            way.read(Path.of(args[i]));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"lines\":%d,\"posts\":%d,\"matched\":%d,\"written\":%d,\"seconds\":%.3f}%n",
                way.lines,
                way.posts,
                way.matched,
                way.written,
                seconds);
        influx.close();
    }

    private static StanfordCoreNLP defaultPipeline() {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,parse,sentiment");
        return new StanfordCoreNLP(properties);
    }

    private void read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines++;
                    take(line);
                }
            }
        }
    }

    private void take(String line) {
        Status status;
        try {
            status = TwitterObjectFactory.createStatus(line);
        } catch (TwitterException e) {
            return;
        }
        if (status.getText() == null || status.getUser() == null) {
            return; // a deletion
        }
        posts++;
        String text = status.getText().toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String keyword : keywords) {
            if (text.contains(keyword)) {
                found.add(keyword);
            }
        }
        if (found.isEmpty()) {
            return;
        }
        matched++;
        double sentiment = sentiment(status.getText());
        for (String keyword : found) {
            influx.write(Point.measurement("post")
                    .time(status.getCreatedAt().toEpochSecond(java.time.ZoneOffset.UTC), TimeUnit.SECONDS)
                    .tag("keyword", keyword)
                    .addField("sentiment_score", sentiment)
                    .addField("post_id", String.valueOf(status.getId()))
                    .build());
            written++;
        }
    }

    private double sentiment(String text) {
        if (pipeline == null) {
            return 0;
        }
        Annotation annotation = pipeline.process(text);
        double sum = 0;
        int sentences = 0;
        for (CoreMap sentence : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
            sum += RNNCoreAnnotations.getPredictedClass(
                            sentence.get(SentimentCoreAnnotations.SentimentAnnotatedTree.class))
                    - 2;
            sentences++;
        }
        return sentences == 0 ? 0 : sum / sentences / 2;
    }
}
