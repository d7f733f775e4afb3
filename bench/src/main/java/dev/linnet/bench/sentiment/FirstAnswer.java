package dev.linnet.bench.sentiment;

import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A JVM that is started to read one post, and how much heap is in use once all that mode fast needs is loaded. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** Starts a JVM a round and prints the times from its start to its first answer, and the heap of the last. */
    static void print(List<String> posts, int rounds) throws Exception {
        List<Double> seconds = new ArrayList<>();
        String heap = "";
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FirstAnswer.class.getName(),
                            posts.get(i % posts.size()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                String answer = out.readLine();
                seconds.add((System.nanoTime() - start) / 1e9);
                heap = out.readLine();
                if (answer == null || heap == null || process.waitFor() != 0) {
                    throw new IOException("the JVM ended without an answer");
                }
            }
        }
        Collections.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "| first answer, from the start of the JVM | %.2f (median %.2f) s |%n",
                seconds.get(0),
                seconds.get(rounds / 2));
        System.out.println("| heap in use after it, collected | " + heap + " |");
    }

    /** Reads the post that is its argument, prints its mood, then the heap in use. */
    public static void main(String[] args) throws Exception {
        PostReader reader = PostReader.open(PostReaderOptions.defaults());
        System.out.println(reader.read(args[0], "en").sentiment());
        System.out.flush();
        System.gc();
        System.out.printf(
                Locale.ROOT,
                "%.1f MiB%n",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0);
        reader.read(args[0], "en"); // so that it is held while the heap is measured
    }
}
