package dev.linnet.pipeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.Suggestion;
import dev.linnet.sinks.points.Point;
import dev.linnet.testkit.LoopbackCluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does changes what the running job does next. */
class LearningITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(1, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MemoryJournal journal = MemoryJournal.empty();
    private final LinesSource lines = new LinesSource();
    private int number;

    @Test
    void decisionsAndEditsChangeFollowingPosts() throws Exception {
        try (Stores stores = new Stores()) {
            JobClient job = start(stores);

            String first = send("rose", "Some tomatoes for the salad of tonight");
            double before = relevance(stores, first);
            // Points and suggestions go by different sinks.
            await().atMost(PATIENCE).until(() -> stores.suggestions().containsKey("x:" + first));
            Suggestion suggestion = requireNonNull(
                    requireNonNull(stores.suggestions().get("x:" + first)).suggestion());
            journal.append(JournalEntry.Act.APPROVE, suggestion.id(), features(suggestion));
            await().atMost(PATIENCE).until(() -> stores.weights().containsKey("author:rose"));
            assertThat(relevance(stores, send("rose", "More tomatoes for the soup of tomorrow")))
                    .isGreaterThan(before + 0.05);

            Map<String, Double> undo = new HashMap<>(features(suggestion));
            undo.put("undoes", 1.0);
            journal.append(JournalEntry.Act.UNDO, suggestion.id(), undo);
            await().atMost(PATIENCE)
                    .until(() ->
                            requireNonNull(stores.weights().get("author:rose")).decisions() == 0);
            assertThat(relevance(stores, send("rose", "Still tomatoes for the sauce of Sunday")))
                    .isEqualTo(before);

            journal.append(JournalEntry.Act.APPROVE, suggestion.id(), features(suggestion));
            await().atMost(PATIENCE)
                    .until(() ->
                            requireNonNull(stores.weights().get("author:rose")).decisions() == 1);
            journal.append(JournalEntry.Act.FORGET, suggestion.id(), Map.of());
            await().atMost(PATIENCE).until(() -> !stores.weights().containsKey("author:rose"));
            assertThat(relevance(stores, send("rose", "Still tomatoes for the stew")))
                    .as("its post was deleted")
                    .isEqualTo(before);

            journal.append(JournalEntry.Act.SET_KEYWORD, "aubergine", Map.of("weight", 3.0));
            await().atMost(PATIENCE).until(() -> {
                send("paul", "An aubergine for the grill of " + "a".repeat(number));
                return stores.points("post").values().stream()
                        .anyMatch(point -> "aubergine".equals(point.tags().get("keyword")));
            });

            lines.end();
            job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(stores.points("decision")).hasSize(3);
            assertThat(stores.points("weight")).isNotEmpty();
        }
    }

    private JobClient start(Stores stores) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(1);
        Vocabulary vocabulary = Vocabulary.of(List.of(Keyword.of("tomatoes", 1)));
        JobSettings settings = JobSettings.defaults()
                .withRelevance(0.3, 0)
                .withReading(PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF));
        new RelevanceTopology(vocabulary, journal, stores.pointSink(), stores.queueSink(), settings).build(env, lines);
        return env.executeAsync("learning");
    }

    private String send(String author, String text) {
        number++;
        String id = Tweets.id(Posts.at(number), number);
        lines.send(Tweets.post(id, author, text));
        return id;
    }

    private static double relevance(Stores stores, String id) {
        await().atMost(PATIENCE).until(() -> posted(stores, id));
        return requireNonNull(point(stores, id).get(0).numbers().get("relevance"));
    }

    private static boolean posted(Stores stores, String id) {
        return !point(stores, id).isEmpty();
    }

    private static List<Point> point(Stores stores, String id) {
        return stores.points("post").values().stream()
                .filter(point -> ("x:" + id).equals(point.texts().get("post_id")))
                .toList();
    }

    private static Map<String, Double> features(Suggestion suggestion) {
        Map<String, Double> features = new HashMap<>();
        suggestion.explanation().forEach(part -> features.put(part.kind() + ":" + part.name(), part.value()));
        return features;
    }
}
