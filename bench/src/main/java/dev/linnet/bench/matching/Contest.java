package dev.linnet.bench.matching;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * One vocabulary on one replay, by one core: the prefilter, ripgrep and hankcs' automaton looking for the same keywords in the
 * same bytes, and the exact matcher on the posts' texts.
 *
 * <p>What is left out of each time: making automata and indexes; for ripgrep the process' start, which is what it takes on an
 * empty file with the same keywords; for hankcs cutting the bytes into lower-case lines of text.
 */
final class Contest {
    private static final double LONG_SECONDS = 1;
    private static final int SHORT_READINGS = 6;
    private static final long WARM_UP_NANOS = 3_000_000_000L;

    private final Replay replay;
    private final Vocabulary vocabulary;
    private final int rounds;

    Contest(Replay replay, Vocabulary vocabulary, int rounds) {
        this.replay = replay;
        this.vocabulary = vocabulary;
        this.rounds = rounds;
    }

    /** Bytes in a second of the prefilter, used as the job uses it. */
    double prefilter() throws IOException, InterruptedException {
        Prefilter prefilter = Prefilter.of(vocabulary);
        byte[] bytes = replay.bytes();
        Runnable pass = () -> {
            for (int from = 0; from < bytes.length; ) {
                int candidate = prefilter.nextCandidate(bytes, from, bytes.length);
                if (candidate < 0) {
                    break;
                }
                while (bytes[candidate] != '\n') {
                    candidate++;
                }
                from = candidate + 1;
            }
        };
        warmUp(pass);
        return bytes.length / CpuTime.ofThread(rounds, pass::run);
    }

    /**
     * Bytes in a second of {@code rg -F -i -j1}.
     *
     * @param whole whether it counts all hits, or, as {@code -c} does, lines up to their first
     */
    double ripgrep(Path rg, Path work, boolean whole) throws IOException, InterruptedException {
        Path patterns = Files.write(work.resolve("patterns.txt"), texts());
        Path data = work.resolve("records.jsonl");
        Path nothing = Files.write(work.resolve("nothing.jsonl"), new byte[0]);
        if (!Files.exists(data)) {
            Files.write(data, replay.bytes());
        }
        List<String> command = new ArrayList<>(List.of(rg.toString(), "-F", "-i", "-j1", "-f", patterns.toString()));
        command.add(whole ? "--count-matches" : "-c");
        List<String> start = new ArrayList<>(command);
        start.add(nothing.toString());
        command.add(data.toString());
        // One reading is short beside the ticks it is measured in; with thousands of keywords it is long.
        double once = CpuTime.ofProcess(1, command);
        int readings = once > LONG_SECONDS ? 1 : SHORT_READINGS;
        command.addAll(Collections.nCopies(readings - 1, data.toString()));
        double all = once > LONG_SECONDS ? once : CpuTime.ofProcess(rounds, command);
        double seconds = all - CpuTime.ofProcess(rounds, start);
        return readings * (double) replay.bytes().length / seconds;
    }

    /**
     * Bytes in a second of hankcs' automaton on lines of lower-case characters.
     *
     * @param whole whether it reads each line to its end and tells all hits, or stops at the first, which is all that the
     *     prefilter has to decide
     */
    double hankcs(boolean whole) throws IOException, InterruptedException {
        TreeMap<String, Boolean> keywords = new TreeMap<>();
        texts().forEach(text -> keywords.put(text, true));
        AhoCorasickDoubleArrayTrie<Boolean> automaton = new AhoCorasickDoubleArrayTrie<>();
        automaton.build(keywords);
        String[] lines = new String(replay.bytes(), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .split("\n");
        long[] hits = {0};
        AhoCorasickDoubleArrayTrie.IHit<Boolean> counter = (begin, end, value) -> hits[0]++;
        Runnable pass = () -> {
            for (String line : lines) {
                if (whole) {
                    automaton.parseText(line, counter);
                } else {
                    hits[0] += automaton.matches(line) ? 1 : 0;
                }
            }
        };
        warmUp(pass);
        return replay.bytes().length / CpuTime.ofThread(rounds, pass::run);
    }

    /** Posts in a second of the exact matcher. */
    double exact() throws IOException, InterruptedException {
        KeywordMatcher matcher = KeywordMatcher.of(vocabulary);
        List<String> texts = replay.texts();
        long[] hits = {0};
        Runnable pass = () -> {
            for (String text : texts) {
                hits[0] += matcher.match(text).size();
            }
        };
        warmUp(pass);
        return texts.size() / CpuTime.ofThread(rounds, pass::run);
    }

    private List<String> texts() {
        return vocabulary.keywords().stream().map(keyword -> keyword.text()).toList();
    }

    /** For so long that the compiler has done what it will. */
    private static void warmUp(Runnable pass) {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            pass.run();
        }
    }
}
