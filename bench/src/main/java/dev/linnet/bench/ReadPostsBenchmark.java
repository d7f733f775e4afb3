package dev.linnet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.nlp.UnreadablePostException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of a processor's time reading a post takes, one after another on one thread: median, 99th percentile and longest, of
 * the posts of a folder and of texts made to be slow; the rate on the clock; and how many posts of the folder the cache of readings spares.
 *
 * <p>Arguments: a folder of files with a post a line (JSON with {@code text} or {@code full_text} and {@code lang}, or plain
 * text), rounds (default 2, of which the first is not told), mode (default fast).
 */
public final class ReadPostsBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Line(String text, String language) {}

    private ReadPostsBenchmark() {}

    /** Reads all posts so many times and prints the last round. */
    public static void main(String[] args) throws Exception {
        List<Line> posts = posts(Path.of(args[0]));
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        SentimentMode mode = SentimentMode.of(args.length > 2 ? args[2] : "fast");
        System.out.printf(
                Locale.ROOT,
                "%d cores, Java %s; %d posts of %s, mode %s, one thread%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                posts.size(),
                Path.of(args[0]).getFileName(),
                mode);
        PostReaderOptions options = PostReaderOptions.defaults().withSentimentMode(mode);
        try (PostReader reader = PostReader.open(options.withCachedReadings(0))) {
            for (int round = 1; round < rounds; round++) {
                read(reader, posts);
            }
            long start = System.nanoTime();
            long[] times = read(reader, posts);
            print("posts", times, System.nanoTime() - start);
            for (Map.Entry<String, String> slow : slowTexts().entrySet()) {
                List<Line> twenty = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    twenty.add(new Line(i + slow.getValue(), "en"));
                }
                start = System.nanoTime();
                print(slow.getKey(), read(reader, twenty), System.nanoTime() - start);
            }
        }
        try (PostReader cached = PostReader.open(options)) {
            long start = System.nanoTime();
            print("posts, with the cache", read(cached, posts), System.nanoTime() - start);
            System.out.printf(Locale.ROOT, "read from the cache: %.1f %%%n", 100.0 * cached.cacheHits() / posts.size());
        }
    }

    /** Nanoseconds of the processor by post, whatever else the machine does; a post that can't be read is said, and counts. */
    private static long[] read(PostReader reader, List<Line> posts) {
        long[] times = new long[posts.size()];
        for (int i = 0; i < times.length; i++) {
            long start = cpu();
            try {
                reader.read(posts.get(i).text, posts.get(i).language);
            } catch (UnreadablePostException e) {
                System.out.println("unreadable: " + e.getMessage());
            }
            times[i] = cpu() - start;
        }
        return times;
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static void print(String what, long[] times, long total) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-36s %8.0f/s   median %7.3f ms   p99 %7.3f ms   longest %8.3f ms%n",
                what,
                times.length / (total / 1e9),
                times[times.length / 2] / 1e6,
                times[(int) (times.length * 0.99)] / 1e6,
                times[times.length - 1] / 1e6);
    }

    private static Map<String, String> slowTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("3,750 words without a full stop", " word".repeat(3_750));
        texts.put("25,000 letters without a space", "a".repeat(25_000));
        texts.put("25,000 full stops", ".".repeat(25_000));
        texts.put("5,000 hashtags", " #aB1".repeat(5_000));
        texts.put("contrast after contrast", " but I like tea".repeat(1_000));
        texts.put("names after names", " and Ada Lovelace".repeat(1_000));
        texts.put("spaced letters", " f u c k".repeat(3_000));
        texts.put("20 MB", " All work and no play.".repeat(950_000));
        return texts;
    }

    private static List<Line> posts(Path folder) throws IOException {
        List<Line> posts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.map(ReadPostsBenchmark::line)
                            .filter(line -> !line.text.isBlank())
                            .forEach(posts::add);
                } catch (java.io.UncheckedIOException e) {
                    if (!(e.getCause() instanceof MalformedInputException)) {
                        throw e;
                    }
                    System.out.println(file.getFileName() + " is no UTF-8 text and is left out");
                }
            }
        }
        return posts;
    }

    private static Line line(String line) {
        if (!line.startsWith("{")) {
            return new Line(line, "en");
        }
        try {
            JsonNode post = JSON.readTree(line);
            JsonNode original = post.path("retweeted_status").isObject() ? post.path("retweeted_status") : post;
            String text = original.path("extended_tweet")
                    .path("full_text")
                    .asText(original.path("full_text")
                            .asText(original.path("text").asText("")));
            return new Line(text, post.path("lang").asText("und"));
        } catch (JsonProcessingException e) {
            return new Line("", "und");
        }
    }
}
