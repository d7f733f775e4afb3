package dev.linnet.pipeline.source;

import com.sun.management.OperatingSystemMXBean;
import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.Prefilter;
import dev.linnet.pipeline.post.PostEvent;
import dev.linnet.queue.KeptRecord;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Measures how fast files of records are read: {@code ReadSpeed VOCABULARY FILE…}, where the vocabulary is a file of one
 * keyword a line. Tells MB/s without and with Flink, with a gate that names no record and with that of the vocabulary.
 */
final class ReadSpeed {
    private static final int ROUNDS = 5;

    private ReadSpeed() {}

    public static void main(String[] arguments) throws Exception {
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        Prefilter prefilter = Prefilter.of(vocabulary(Path.of(arguments[0])));
        RecordGate none = (buffer, from, to) -> -1;
        RecordGate words = prefilter::nextCandidate;
        gateOfFlink = words;
        tell("lines, no record parsed", files, () -> plain(files, none));
        tell("lines, vocabulary's gate", files, () -> plain(files, words));
        tell("job, no record parsed", files, () -> job(files, () -> (buffer, from, to) -> -1));
        tell("job, vocabulary's gate", files, () -> job(files, () -> gateOfFlink));
    }

    /** In the same JVM as the job, so that it need not be serialized. */
    private static RecordGate gateOfFlink = RecordGate.OPEN;

    private static Vocabulary vocabulary(Path file) throws IOException {
        List<Keyword> keywords = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Keyword.of(line.split("\t")[0].strip(), 1))
                .toList();
        return Vocabulary.of(keywords);
    }

    /** Reads and tells how many events came of it. */
    private interface Reading {
        long run() throws Exception;
    }

    private static void tell(String name, List<String> files, Reading reading) throws Exception {
        long bytes = 0;
        for (String file : files) {
            bytes += Files.size(Path.of(file));
        }
        double best = 0;
        double bestOfCpu = 0;
        long events = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            long used = cpuNanos();
            events = reading.run();
            best = Math.max(best, bytes * 1e3 / (System.nanoTime() - begun));
            bestOfCpu = Math.max(bestOfCpu, bytes * 1e3 / (cpuNanos() - used));
        }
        System.out.printf("%-28s %6.0f MB/s, %6.0f MB per second of CPU, %d events%n", name, best, bestOfCpu, events);
    }

    /** What all threads of this JVM have used: tells the speed on a busy machine, too. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long plain(List<String> files, RecordGate gate) throws IOException {
        ReadSettings settings = ReadSettings.DEFAULT;
        Counting counting = new Counting();
        BatchReading reading = new BatchReading();
        for (String file : files) {
            InputStream in = Files.newInputStream(Path.of(file));
            try (LineChunks chunks =
                    new LineChunks(in, file, 0, Long.MAX_VALUE, settings.batchBytes(), settings.longestLine())) {
                for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                    reading.read(chunk.batch(), gate, counting);
                }
            }
        }
        return counting.events;
    }

    private static long job(List<String> files, GateSupplier gates) throws Exception {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofSeconds(1));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        environment.setParallelism(1);
        environment
                .fromSource(RecordFileSource.of(files), WatermarkStrategy.noWatermarks(), "files")
                .process(new ReadPostsFunction(gates))
                .sinkTo(new DiscardingSink<>());
        environment.execute("read");
        return -1;
    }

    private static final class Counting implements BatchReading.Results {
        private long events;

        @Override
        public void event(PostEvent event) {
            events++;
        }

        @Override
        public void keep(KeptRecord record) {
            // Kept nowhere.
        }

        @Override
        public void count(String stage, String reason, long records) {
            // Counted nowhere.
        }
    }
}
