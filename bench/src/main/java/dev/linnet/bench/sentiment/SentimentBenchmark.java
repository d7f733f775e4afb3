package dev.linnet.bench.sentiment;

import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.UnreadablePostException;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * Posts a second, on the same posts and in one run: Linnet's reading in mode fast with one thread and with two, and CoreNLP's
 * default sentiment, both by processor time; and, in a JVM of its own, the time to the first answer and the heap.
 *
 * <p>Arguments: a file of posts (see {@link Posts}), rounds (default 5), how many posts CoreNLP reads (default 100). A reading is
 * all that the job asks for: clean text, language, profanity, mood, phrases, hashtags; nothing is cached.
 */
public final class SentimentBenchmark {
    private static final int WARM_UP_ROUNDS = 3;

    /** With few, the JVM has not compiled CoreNLP's parser yet, and the comparison flatters Linnet. */
    private static final int WARM_UP_POSTS = 100;

    private final List<String> posts;
    private final PostReader reader;

    private SentimentBenchmark(List<String> posts) {
        this.posts = posts;
        this.reader = PostReader.open(PostReaderOptions.defaults().withCachedReadings(0));
    }

    /** Runs it and prints a table. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int slow = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        List<String> posts = Posts.read(file);
        System.out.printf(
                Locale.ROOT,
                "%d cores, Java %s, %s; %d posts, %d of them for CoreNLP; best and median of %d rounds%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("os.version"),
                posts.size(),
                Math.min(slow, posts.size()),
                rounds);
        new SentimentBenchmark(posts).run(rounds, slow);
        FirstAnswer.print(posts, rounds);
    }

    private void run(int rounds, int slow) throws Exception {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            read(1);
        }
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<Double> gain = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            one.add(read(1));
            two.add(read(2));
            gain.add(two.get(i) / one.get(i));
        }
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            cpu.add(perProcessorSecond(posts, this::read));
        }
        print("fast, one thread", one, "posts/s");
        print("fast, two threads", two, "posts/s");
        print("two threads to one", gain, "times");
        List<Double> coreNlp = List.of(coreNlp(posts.subList(0, Math.min(slow, posts.size()))));
        print("fast", cpu, "posts a second of processor time");
        print("CoreNLP's default", coreNlp, "posts a second of processor time");
        print(
                "fast to CoreNLP's default",
                cpu.stream().map(rate -> rate / coreNlp.get(0)).toList(),
                "times");
        latencies();
    }

    /** Every post by each of so many threads; posts a second of all together. */
    private double read(int threads) throws InterruptedException {
        List<Thread> workers = new ArrayList<>();
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            Thread worker = new Thread(() -> posts.forEach(this::read));
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return threads * posts.size() / ((System.nanoTime() - start) / 1e9);
    }

    private void read(String post) {
        try {
            reader.read(post, "en");
        } catch (UnreadablePostException e) {
            throw new IllegalStateException("a post could not be read: " + post, e);
        }
    }

    private static double coreNlp(List<String> posts) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,parse,sentiment");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        posts.stream().limit(WARM_UP_POSTS).forEach(post -> pipeline.annotate(new Annotation(post)));
        return perProcessorSecond(posts, post -> pipeline.annotate(new Annotation(post)));
    }

    /** By this thread's own processor time, which a busy machine does not change much. */
    private static double perProcessorSecond(List<String> posts, Consumer<String> read) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        posts.forEach(read);
        return posts.size() / ((threads.getCurrentThreadCpuTime() - start) / 1e9);
    }

    private void latencies() {
        List<Double> millis = new ArrayList<>();
        for (String post : posts) {
            long start = System.nanoTime();
            read(post);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| a post, one thread | median %.2f ms, p99 %.2f ms, longest %.1f ms |%n",
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.get(millis.size() - 1));
    }

    static void print(String name, List<Double> values, String unit) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.1f (median %,.1f) %s |%n",
                name,
                sorted.get(sorted.size() - 1),
                sorted.get(sorted.size() / 2),
                unit);
    }
}
