package dev.linnet.bench.jmh;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Records that the prefilter decides on a second, and texts that the exact matcher reads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class MatchingBenchmark {
    private static final int POSTS = 5_000;
    private static final long SEED = 20_260_304;

    /** The length of the vocabulary. */
    @Param({"215", "5000", "50000"})
    public int keywords;

    private List<String> texts;
    private List<byte[]> records;
    private KeywordMatcher matcher;
    private Prefilter prefilter;

    /** Invents posts and keywords. */
    @Setup
    public void invent() {
        InventedPosts posts = new InventedPosts(SEED);
        Vocabulary vocabulary = posts.vocabulary(keywords);
        texts = posts.texts(POSTS);
        records = posts.records(POSTS);
        matcher = KeywordMatcher.of(vocabulary);
        prefilter = Prefilter.of(vocabulary);
    }

    /** The exact matcher on parsed texts. */
    @Benchmark
    @OperationsPerInvocation(POSTS)
    public void exact(Blackhole hole) {
        for (String text : texts) {
            hole.consume(matcher.match(text));
        }
    }

    /** The prefilter on raw records of about 850 bytes. */
    @Benchmark
    @OperationsPerInvocation(POSTS)
    public void prefilter(Blackhole hole) {
        for (byte[] record : records) {
            hole.consume(prefilter.mayMatch(record, 0, record.length));
        }
    }
}
