package dev.linnet.bench.extract;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import dev.linnet.keywords.mining.page.MainContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;

/** How many pages a second Linnet and other libraries find the article of, in one run, taking turns, on one thread. */
public final class ExtractBenchmark {
    private static final String ADDRESS = "https://example.org/page.html";

    private ExtractBenchmark() {}

    /** Arguments: a folder of pages; how many rounds to run, of which the best counts. */
    public static void main(String[] arguments) throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.html?(\\.gz)?"))
                    .sorted()
                    .toList()) {
                pages.add(Pages.html(file));
            }
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        long chars = pages.stream().mapToLong(String::length).sum();
        System.out.printf(
                Locale.ROOT,
                "%d pages, %.1f million characters, %d rounds, the best counts; Java %s, one thread of %d processors%n",
                pages.size(),
                chars / 1e6,
                rounds,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        Map<String, Timing> timings = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            extractors()
                    .forEach((name, extractor) -> timings.computeIfAbsent(name, n -> new Timing(pages.size()))
                            .run(pages, extractor));
        }
        timings.forEach((name, timing) -> System.out.printf(Locale.ROOT, "%-14s %s%n", name, timing));
    }

    private static Map<String, ToIntFunction<String>> extractors() {
        Map<String, ToIntFunction<String>> extractors = new LinkedHashMap<>();
        extractors.put(
                "Linnet", page -> MainContent.extract(page, ADDRESS).text().length());
        extractors.put("readability4j", ExtractBenchmark::readability);
        extractors.put("boilerpipe", ExtractBenchmark::boilerpipe);
        return extractors;
    }

    private static int readability(String page) {
        String text = new Readability4J(ADDRESS, page).parse().getTextContent();
        return text == null ? 0 : text.length();
    }

    private static int boilerpipe(String page) {
        try {
            return ArticleExtractor.INSTANCE.getText(page).length();
        } catch (BoilerpipeProcessingException e) {
            return 0;
        }
    }

    /** The best time of each page over the rounds, and of all pages in a round. */
    private static final class Timing {
        private final long[] best;
        private long bestRound = Long.MAX_VALUE;
        private long found;

        Timing(int pages) {
            best = new long[pages];
            java.util.Arrays.fill(best, Long.MAX_VALUE);
        }

        void run(List<String> pages, ToIntFunction<String> extractor) {
            long sum = 0;
            found = 0;
            for (int i = 0; i < best.length; i++) {
                long start = System.nanoTime();
                found += extractor.applyAsInt(pages.get(i));
                long took = System.nanoTime() - start;
                best[i] = Math.min(best[i], took);
                sum += took;
            }
            bestRound = Math.min(bestRound, sum);
        }

        @Override
        public String toString() {
            long[] sorted = best.clone();
            java.util.Arrays.sort(sorted);
            return String.format(
                    Locale.ROOT,
                    "%6.1f pages/s   a page: median %.1f ms, slowest %.1f ms   found %d characters",
                    best.length * 1e9 / bestRound,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length - 1] / 1e6,
                    found);
        }
    }
}
