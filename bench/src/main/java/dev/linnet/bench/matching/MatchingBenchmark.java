package dev.linnet.bench.matching;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import dev.linnet.testkit.DebianPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Matching beside its peers: arguments are a vocabulary file, a folder of records, and how many rounds the medians are of
 * (default 7). Runs on one core; figures are of processor time.
 */
public final class MatchingBenchmark {
    private static final long SEED = 20_250_601;

    private final Replay replay;
    private final Path rg;
    private final Path work;
    private final int rounds;

    private MatchingBenchmark(Replay replay, Path rg, Path work, int rounds) {
        this.replay = replay;
        this.rg = rg;
        this.work = work;
        this.rounds = rounds;
    }

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory(ram(), "linnet-matching");
        try {
            Path rg = DebianPackages.program("rg", "ripgrep").path();
            int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 7;
            MatchingBenchmark benchmark = new MatchingBenchmark(Replay.of(args[1]), rg, work, rounds);
            benchmark.measure(VocabularyFile.read(Path.of(args[0])).vocabulary());
        } finally {
            try (Stream<Path> left = Files.walk(work)) {
                left.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private void measure(Vocabulary given) throws IOException, InterruptedException {
        List<String> texts = replay.texts();
        print(
                "%d cores, Java %s; %.1f MB, %d records, %d posts; medians of %d, processor time%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                replay.bytes().length / 1e6,
                replay.records().size(),
                texts.size(),
                rounds);
        // Authors are left out: no peer looks for them.
        Vocabulary own = new Vocabulary(0, given.keywords(), Set.of(), Set.of());
        KeywordSampler sampler = new KeywordSampler(texts, SEED);
        compare(own, true);
        compare(sampled(sampler, 200), true);
        compare(sampled(sampler, 5_000), true);
        compare(sampled(sampler, 50_000), false);
    }

    private void compare(Vocabulary vocabulary, boolean peers) throws IOException, InterruptedException {
        Contest contest = new Contest(replay, vocabulary, rounds);
        print("%n%,d keywords%n", vocabulary.keywords().size());
        double prefilter = contest.prefilter();
        print("  prefilter           %6.0f MB/s%n", prefilter / 1e6);
        if (peers) {
            peers(contest, prefilter);
        }
        print("  exact matcher       %,9.0f posts/s%n", contest.exact());
        building(vocabulary);
        Passing.of(replay, vocabulary).forEach((platform, passing) -> print("  %-9s %s%n", platform, passing));
    }

    private void peers(Contest contest, double prefilter) throws IOException, InterruptedException {
        peer("rg -F -i -j1 -c", contest.ripgrep(rg, work, false), prefilter);
        peer("rg, all hits", contest.ripgrep(rg, work, true), prefilter);
        peer("hankcs, first hit", contest.hankcs(false), prefilter);
        peer("hankcs, all hits", contest.hankcs(true), prefilter);
    }

    private static void peer(String name, double bytes, double prefilter) {
        print("  %-19s %6.0f MB/s: the prefilter is %.2f times as fast%n", name, bytes / 1e6, prefilter / bytes);
    }

    private void building(Vocabulary vocabulary) {
        long before = usedMemory();
        long start = System.nanoTime();
        Prefilter prefilter = Prefilter.of(vocabulary);
        KeywordMatcher matcher = KeywordMatcher.of(vocabulary);
        double seconds = (System.nanoTime() - start) / 1e9;
        double mebibytes = (usedMemory() - before) / 1048576.0;
        print("  both are built in %.0f ms and hold %.1f MiB%n", seconds * 1e3, mebibytes);
        if (matcher.match("").size() + (prefilter.mayMatch(new byte[0], 0, 0) ? 1 : 0) > 0) {
            throw new IllegalStateException("nothing matches");
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Vocabulary sampled(KeywordSampler sampler, int count) {
        return Vocabulary.of(sampler.keywords(count).stream()
                .map(text -> Keyword.of(text, 1))
                .toList());
    }

    /** A folder in memory, where there is one, so that no disk is measured. */
    private static Path ram() {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared) ? shared : Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
