package dev.linnet.bench.jmh;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.weighting.Feature;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.PostFacts;
import dev.linnet.keywords.weighting.WeightLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Posts of 6 to 26 words that are scored a second, each with its explanation, by the weights that 1,000 decisions left; and
 * decisions learnt a second where a journal of 10,000 is rebuilt.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class RelevanceBenchmark {
    private static final int POSTS = 5_000;
    private static final int JOURNAL = 10_000;
    private static final int KEYWORDS = 215;
    private static final long SEED = 20_260_304;

    private Vocabulary vocabulary;
    private List<String> texts;
    private List<PostFacts> facts;
    private List<List<Feature>> features;
    private List<Lesson> decisions;
    private WeightLedger ledger;

    /** Invents posts and decisions. */
    @Setup
    public void invent() {
        InventedPosts posts = new InventedPosts(SEED);
        Random random = new Random(SEED);
        vocabulary = posts.vocabulary(KEYWORDS);
        texts = posts.texts(POSTS);
        KeywordMatcher matcher = KeywordMatcher.of(vocabulary);
        facts = texts.stream().map(text -> facts(text, matcher, random)).toList();
        features = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            features.add(Features.of(facts.get(i), texts.get(i)));
        }
        decisions = new ArrayList<>();
        for (int i = 0; i < JOURNAL; i++) {
            boolean approved = random.nextInt(3) == 0;
            decisions.add(Lesson.decision(i + 1, "x:" + i, approved, Features.toMap(features.get(i % POSTS))));
        }
        ledger = WeightLedger.restore(vocabulary, decisions.subList(0, 1_000));
    }

    private static PostFacts facts(String text, KeywordMatcher matcher, Random random) {
        List<String> keywords = matcher.match(text).stream()
                .map(match -> match.keyword().text())
                .distinct()
                .toList();
        String author = "author" + random.nextInt(2_000);
        List<String> links = List.of("t.example");
        return new PostFacts(
                keywords, author, false, "", false, List.of(), links, List.of(), "en", 0.2, random.nextInt(50), "x");
    }

    /** Scores with explanation, from features that are there. */
    @Benchmark
    @OperationsPerInvocation(POSTS)
    public void score(Blackhole hole) {
        for (List<Feature> post : features) {
            hole.consume(ledger.model().score(post));
        }
    }

    /** Scores with explanation, from the post's facts and text. */
    @Benchmark
    @OperationsPerInvocation(POSTS)
    public void featuresAndScore(Blackhole hole) {
        for (int i = 0; i < POSTS; i++) {
            hole.consume(ledger.model().score(Features.of(facts.get(i), texts.get(i))));
        }
    }

    /** The weights of a journal, from nothing. */
    @Benchmark
    @OperationsPerInvocation(JOURNAL)
    public WeightLedger rebuild() {
        return WeightLedger.restore(vocabulary, decisions);
    }
}
