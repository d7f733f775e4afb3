package dev.linnet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.Alert;
import dev.linnet.testkit.LoopbackCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A job that is stopped while alerts are open, and goes on from its checkpoint, tells what an undisturbed one tells. */
class AlertsRestartITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            LoopbackCluster.of(1, 1, new Configuration().set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 1_000));

    private static final Vocabulary VOCABULARY = new Vocabulary(
            0,
            List.of(Keyword.of("stream processing", 2), new Keyword("night trains", 2, true, List.of())),
            Set.of(),
            Set.of());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** In minutes: while the first uses of the priority keyword are an alert, as the spike, and as the phrase comes up and is told. */
    private static final List<Integer> STOPS = List.of(70, 250, 326, 345);

    private static final int MINUTES = 550;

    @TempDir
    private Path folder;

    private final Random random = new Random(11);

    @Test
    void stoppedWhileAlertsAreOpenItTellsWhatAnUndisturbedJobTells() throws Exception {
        List<List<String>> minutes = minutes();
        List<String> undisturbed = told(minutes, List.of());
        assertThat(undisturbed).hasSize(4).anyMatch(alert -> alert.startsWith("spike:stream processing"));
        assertThat(undisturbed).anyMatch(alert -> alert.startsWith("emerging:#windowmap"));

        assertThat(told(minutes, STOPS)).isEqualTo(undisturbed);
    }

    /** What is told of the stream by a job that is stopped after some of its minutes. */
    private List<String> told(List<List<String>> minutes, List<Integer> stops) throws Exception {
        LinesSource source = new LinesSource();
        Path checkpoints = Files.createTempDirectory(folder, "checkpoints");
        try (Stores stores = new Stores()) {
            JobClient job = start(stores, source, checkpoints, null);
            int sent = 0;
            for (int stop : stops) {
                send(source, minutes.subList(sent, stop));
                await().atMost(PATIENCE).until(() -> !open(stores).isEmpty());
                Path before = awaitCheckpoint(checkpoints, source);
                assertThat(open(stores)).as("open in minute %d", stop).isNotEmpty();
                // What is told of these is told again.
                sent = stop + 2;
                send(source, minutes.subList(stop, sent));
                await().atMost(PATIENCE).until(source::isTaken);
                job.cancel().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                await().atMost(PATIENCE).until(isOver(job));
                job = start(stores, source, checkpoints, before);
            }
            send(source, minutes.subList(sent, minutes.size()));
            source.end();
            job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return stores.alerts().values().stream()
                    .map(alert -> alert.id() + " from " + alert.opened() + " to " + alert.closed())
                    .toList();
        }
    }

    private static Callable<Boolean> isOver(JobClient job) {
        return () ->
                job.getJobStatus().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isGloballyTerminalState();
    }

    private static JobClient start(Stores stores, LinesSource source, Path checkpoints, @Nullable Path from)
            throws Exception {
        Configuration configuration = JobConfiguration.common();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (from != null) {
            JobConfiguration.resume(configuration, from);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(1);
        JobSettings settings =
                JobSettings.defaults().withReading(PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF));
        new RelevanceTopology(VOCABULARY, JournalAccess.none(), stores.pointSink(), stores.queueSink(), settings)
                .build(env, source);
        return env.executeAsync("alerts");
    }

    private static List<Alert> open(Stores stores) {
        return stores.alerts().values().stream()
                .filter(alert -> alert.closed() == null)
                .toList();
    }

    /** Waits for a checkpoint that began after all lines were taken. */
    private static Path awaitCheckpoint(Path checkpoints, LinesSource source) {
        await().atMost(PATIENCE).until(source::isTaken);
        List<Path> before = checkpoints(checkpoints);
        await().atMost(PATIENCE).until(() -> checkpoints(checkpoints).size() > before.size() + 1);
        List<Path> now = checkpoints(checkpoints);
        return now.get(now.size() - 1);
    }

    /** The folders of the whole ones, the oldest first. */
    private static List<Path> checkpoints(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Path::getParent)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nine hours: a keyword that spikes in minutes 240 to 265, a phrase that comes up from 315 to 335, and a priority keyword. */
    private List<List<String>> minutes() {
        List<List<String>> minutes = new ArrayList<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            List<String> texts = new ArrayList<>();
            for (int post = random.nextInt(3) + (minute >= 240 && minute < 265 ? 30 : 0); post >= 0; post--) {
                texts.add("stream processing");
            }
            if (minute >= 315 && minute < 335) {
                texts.add("#windowmap of stream processing");
            }
            if (Set.of(60, 85, 370, 390, 420).contains(minute)) {
                texts.add("night trains");
            }
            minutes.add(lines(minute, texts));
        }
        return minutes;
    }

    private List<String> lines(int minute, List<String> texts) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Instant at = Posts.at(60 * minute + 60.0 * i / texts.size());
            String text = "A " + word() + " says " + texts.get(i) + " is " + word() + " " + word();
            lines.add(Tweets.post(Tweets.id(at, i), "author" + random.nextInt(1_000_000), text));
        }
        return lines;
    }

    private String word() {
        return random.ints(8, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static void send(LinesSource source, List<List<String>> minutes) {
        minutes.forEach(lines -> lines.forEach(source::send));
    }
}
