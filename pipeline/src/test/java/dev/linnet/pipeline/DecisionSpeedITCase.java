package dev.linnet.pipeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.sinks.queue.QueueSink;
import dev.linnet.testkit.LoopbackCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From a person's decision in the queue database to the scores of the running job. */
class DecisionSpeedITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(1, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PROMISED = Duration.ofSeconds(2);

    private final LinesSource lines = new LinesSource();
    private final Map<String, Instant> sent = new HashMap<>();
    private int number;

    @TempDir
    private Path folder;

    @Test
    void decisionReachesTheScoresWithinTwoSeconds() throws Exception {
        QueueSettings settings = QueueSettings.file(folder.resolve("queue.db"));
        try (Stores stores = new Stores();
                QueueDatabase database = QueueDatabase.open(settings)) {
            JobClient job = start(stores, settings);
            String first = send();
            await().atMost(PATIENCE)
                    .until(() -> database.suggestions().find(first).isPresent());
            double before = relevance(database, first);

            Instant decided = Instant.now();
            assertThat(database.suggestions().approve(first, "ann", decided)).isPresent();
            // The first of the posts sent since whose score has changed.
            String changed = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(
                            () -> {
                                send();
                                return database.suggestions().open(1_000).stream()
                                        .filter(queued -> queued.suggestion().relevance() > before + 0.01)
                                        .map(queued -> queued.suggestion().id())
                                        .findFirst()
                                        .orElse("");
                            },
                            id -> !id.isEmpty());

            String earliest = database.suggestions().open(1_000).stream()
                    .filter(queued -> queued.suggestion().relevance() > before + 0.01)
                    .map(queued -> queued.suggestion().id())
                    .min(java.util.Comparator.comparing(id -> requireNonNull(sent.get(id))))
                    .orElse(changed);
            assertThat(requireNonNull(sent.get(earliest))).isBefore(decided.plus(PROMISED));
            lines.end();
            job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private JobClient start(Stores stores, QueueSettings settings) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        JobSettings job = JobSettings.defaults()
                .withRelevance(0.3, 0)
                .withReading(PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF));
        new RelevanceTopology(
                        Vocabulary.of(java.util.List.of(Keyword.of("tomatoes", 1))),
                        JournalAccess.of(settings),
                        stores.pointSink(),
                        new QueueSink(settings),
                        job)
                .build(env, lines);
        return env.executeAsync("decision speed");
    }

    private String send() {
        number++;
        String id = Tweets.id(Posts.at(number), number);
        sent.put("x:" + id, Instant.now());
        lines.send(Tweets.post(id, "rose", "Some tomatoes for the salad of " + "a".repeat(number)));
        return "x:" + id;
    }

    private static double relevance(QueueDatabase database, String id) {
        return database.suggestions()
                .find(id)
                .map(QueuedSuggestion::suggestion)
                .orElseThrow()
                .relevance();
    }
}
