package dev.linnet.bench;

import dev.linnet.keywords.mining.Blog;
import dev.linnet.keywords.mining.BlogReader;
import dev.linnet.keywords.mining.KeyphraseMiner;
import dev.linnet.keywords.mining.MinedKeyword;
import dev.linnet.keywords.mining.Progress;
import dev.linnet.keywords.mining.ReadingRules;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long it takes, and how much memory, to mine a blog; and what comes out, to be judged by eye. Without an argument the blog
 * is an invented one of 1,000 posts, and it tells how many of the author's topics are among the best.
 */
public final class BlogBenchmark {
    private static final int POSTS = 1_000;
    private static final int SHOWN = 50;
    private static final long SEED = 7;

    private BlogBenchmark() {}

    /** {@code [FOLDER|URL]} */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length > 0) {
            mine(args[0], out);
            return;
        }
        Path folder = Files.createTempDirectory("linnet-blog");
        try {
            new InventedBlog(SEED).write(folder, POSTS);
            List<String> mined = mine(folder.toString(), out);
            List<String> best = mined.subList(0, Math.min(InventedBlog.TOPICS.size(), mined.size()));
            long found = InventedBlog.TOPICS.stream().filter(best::contains).count();
            out.printf("the author's topics among as many of the best: %d of %d%n", found, InventedBlog.TOPICS.size());
        } finally {
            delete(folder);
        }
    }

    private static List<String> mine(String source, PrintStream out) {
        long start = System.nanoTime();
        Blog blog = new BlogReader(ReadingRules.standard()).read(List.of(source), Progress.silent());
        double read = seconds(start);
        List<MinedKeyword> mined = new KeyphraseMiner().mine(blog.articles());
        double all = seconds(start);
        for (int i = 0; i < Math.min(SHOWN, mined.size()); i++) {
            MinedKeyword keyword = mined.get(i);
            out.printf(
                    "%3d  %.2f  %s  (%d posts)%s%n",
                    i + 1,
                    keyword.weight(),
                    keyword.text(),
                    keyword.posts().size(),
                    keyword.variants().isEmpty() ? "" : "  = " + String.join(", ", keyword.variants()));
        }
        blog.problems().forEach(problem -> out.println(problem.sentence()));
        long words = blog.articles().stream()
                .mapToLong(article -> article.text().split("\\s+").length)
                .sum();
        out.printf(
                "%d posts, %d words: read in %.1f s, mined in %.1f s, peak heap %d MiB of %d%n",
                blog.articles().size(),
                words,
                read,
                all - read,
                peakHeap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        return mined.stream().map(MinedKeyword::text).toList();
    }

    /** The sum of each pool's peak, which is never less than the heap's own. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
