package dev.linnet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.testkit.DebianPackages;
import dev.linnet.testkit.InfluxServer;
import dev.linnet.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole job against two peers, on the same bytes and in one run: {@code rg -F -i -c -f} (the limit to reach for), and
 * {@link PlainWay} (the job as most would write it).
 *
 * <p>Arguments: keywords file, folder of uncompressed files in X v1.1's shape, rounds (default 3), copies (default 1: how often
 * the files are read in a row, to see the rate apart from the start).
 */
public final class WholeJobBenchmark {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path keywords;
    private final List<Path> files;
    private final Path work;
    private final InfluxServer influx;
    private final double mebibytes;

    private WholeJobBenchmark(Path keywords, List<Path> files, Path work, InfluxServer influx) throws IOException {
        this.keywords = keywords;
        this.files = files;
        this.work = work;
        this.influx = influx;
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        this.mebibytes = bytes / 1048576.0;
    }

    /** Runs the rounds and prints a table of each. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        int copies = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        boolean slow = args.length <= 4 || !args[4].equals("no-nlp");
        Path work = Files.createTempDirectory("linnet-whole-job");
        List<Path> files = copies(list(Path.of(args[1])), copies, work);
        try (InfluxServer influx = InfluxServer.start()) {
            WholeJobBenchmark benchmark = new WholeJobBenchmark(Path.of(args[0]), files, work, influx);
            System.out.printf(
                    Locale.ROOT,
                    "%d cores, Java %s, %s; %d files, %.1f MiB%n",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    System.getProperty("os.version"),
                    files.size(),
                    benchmark.mebibytes);
            for (int round = 1; round <= rounds; round++) {
                benchmark.round(round, slow);
            }
        } finally {
            try (Stream<Path> left = Files.walk(work)) {
                left.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private void round(int round, boolean slow) throws Exception {
        System.out.println("round " + round);
        Path patterns = Files.write(work.resolve("patterns.txt"), Keywords.texts(keywords));
        List<String> rg = new ArrayList<>(List.of(
                DebianPackages.program("rg", "ripgrep").path().toString(),
                "-F",
                "-i",
                "-c",
                "-j",
                "2",
                "-f",
                patterns.toString()));
        files.forEach(file -> rg.add(file.toString()));
        print("rg -F -i -c -f", TimedProcess.run(rg), "");
        linnet("linnet, no NLP", "off", round);
        plain("plain way, no NLP", "no-nlp");
        linnet("linnet, NLP", "fast", round);
        if (slow) {
            plain("plain way, NLP", "nlp");
        }
    }

    private void linnet(String name, String sentiment, int round) throws Exception {
        String id = sentiment + "-" + round;
        Path config = Files.writeString(work.resolve("linnet-" + id + ".yaml"), config(sentiment, id));
        TimedProcess process = TimedProcess.run(
                List.of(Repository.file("linnet").toString(), "run", "--json", "--config", config.toString()));
        String job = process.output()
                .lines()
                .map(WholeJobBenchmark::tree)
                .filter(node -> node.path("event").asText().equals("balance"))
                .map(node -> String.format(
                        Locale.ROOT,
                        "read %d, delivered %d, closes %s, job itself %.2f s = %.0f MiB/s",
                        node.path("read").asLong(),
                        node.path("delivered").asLong(),
                        node.path("closes").asText(),
                        node.path("seconds").asDouble(),
                        mebibytes / node.path("seconds").asDouble()))
                .collect(Collectors.joining());
        print(name, process, job);
    }

    private void plain(String name, String nlp) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlainWay.class.getName(),
                keywords.toString(),
                influx.url(),
                nlp));
        files.forEach(file -> command.add(file.toString()));
        TimedProcess process = TimedProcess.run(command);
        JsonNode node = tree(process.output().lines().reduce("", (first, last) -> last));
        print(
                name,
                process,
                String.format(
                        Locale.ROOT,
                        "lines %d, matched %d, work itself %.2f s = %.1f MiB/s",
                        node.path("lines").asLong(),
                        node.path("matched").asLong(),
                        node.path("seconds").asDouble(),
                        mebibytes / node.path("seconds").asDouble()));
    }

    private void print(String name, TimedProcess process, String more) {
        System.out.printf(
                Locale.ROOT, "  %-20s %s, %.1f MiB/s; %s%n", name, process, mebibytes / process.seconds(), more);
    }

    private String config(String sentiment, String id) {
        return String.join(
                "\n",
                "vocabulary: {file: '" + keywords + "'}",
                "sources:",
                "  - files: [" + files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ")) + "]",
                "sentiment: {mode: " + sentiment + "}",
                "points: {kind: influxdb, url: '" + influx.url() + "', database: 'linnet-" + id + "'}",
                "queue: {url: '" + work.resolve(id + ".db") + "'}",
                "console: {enabled: false}",
                "job: {parallelism: 2, state: '" + work.resolve("state-" + id) + "'}",
                "");
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> copies(List<Path> files, int copies, Path work) throws IOException {
        List<Path> all = new ArrayList<>(files);
        for (int copy = 2; copy <= copies; copy++) {
            for (Path file : files) {
                all.add(Files.copy(file, work.resolve("copy" + copy + "-" + file.getFileName())));
            }
        }
        return all;
    }
}
