package dev.linnet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.pipeline.source.RecordFileSource;
import dev.linnet.testkit.LoopbackCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a post on a small cluster. */
class RelevanceTopologyITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(1, 2);

    private static final Vocabulary VOCABULARY = new Vocabulary(
            0,
            List.of(Keyword.of("stream processing", 2), Keyword.of("tomatoes", 1)),
            Set.of("tina"),
            Set.of("lottery"));
    private static final String[] OF_POSTS = {"post", "suggestion", "keyword_window"};

    @TempDir
    private Path folder;

    @Test
    void eachRecordEndsWhereItBelongs() throws Exception {
        String kept = Tweets.id(Posts.at(1), 1);
        String copy = Tweets.id(Posts.at(2), 2);
        String weak = Tweets.id(Posts.at(3), 3);
        String trusted = Tweets.id(Posts.at(4), 4);
        String muted = Tweets.id(Posts.at(5), 5);
        String gone = Tweets.id(Posts.at(6), 6);
        String text = "Windows make stream processing worth the while";
        List<String> lines = List.of(
                Tweets.post(kept, "ann", text),
                Tweets.repost(Tweets.id(Posts.at(20), 7), "bob", kept, "ann", text, 4),
                Tweets.post(copy, "carl", text + "!! https://example.org/x"),
                Tweets.post(weak, "dora", "Some tomatoes for the salad of tonight"),
                Tweets.post(trusted, "tina", "Good morning everybody out there"),
                Tweets.post(muted, "eve", "Win the lottery with stream processing"),
                Tweets.post(gone, "finn", "Regret this take on stream processing"),
                Tweets.deletion(gone, Posts.at(30)),
                Tweets.post(Tweets.id(Posts.at(7), 8), "gina", "Nothing of note today"),
                "{\"id_str\":\"12\",\"text\":\"torn stream processing");
        try (Stores stores = new Stores()) {
            run(stores, List.of(lines));

            assertThat(stores.points("post").values())
                    .extracting(
                            point -> point.texts().get("author"),
                            point -> point.tags().get("keyword"),
                            point -> point.counts().get("reach"))
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("ann", "stream processing", 5L),
                            org.assertj.core.groups.Tuple.tuple("dora", "tomatoes", 0L),
                            org.assertj.core.groups.Tuple.tuple("tina", "none", 0L));
            assertThat(stores.suggestions()).containsOnlyKeys("x:" + kept, "x:" + trusted);
            assertThat(stores.points("suggestion")).hasSize(2);
            Map<String, Long> balance = stores.balance();
            assertThat(balance)
                    .containsEntry("read/", 10L)
                    .containsEntry("delivered/", 4L)
                    .containsEntry("duplicate/repost", 1L)
                    .containsEntry("duplicate/near-copy", 1L)
                    .containsEntry("filtered/muted", 1L)
                    .containsEntry("deleted/notice", 1L);
            assertCloses(balance);
        }
    }

    @Test
    void storesEndTheSameInWhateverOrderRecordsCome() throws Exception {
        List<String> lines = manyLines(new Random(7));
        Map<String, ?> points;
        Map<String, ?> suggestions;
        try (Stores stores = new Stores()) {
            run(stores, List.of(lines));
            assertCloses(stores.balance());
            points = stores.points(OF_POSTS);
            suggestions = stores.suggestions();
            assertThat(points).hasSizeGreaterThan(100);
            assertThat(suggestions).hasSizeGreaterThan(30);
        }
        for (int seed = 0; seed < 2; seed++) {
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(seed));
            int half = shuffled.size() / 2;
            try (Stores stores = new Stores()) {
                run(stores, List.of(shuffled.subList(0, half), shuffled.subList(half, shuffled.size())));
                assertCloses(stores.balance());
                assertThat(stores.points(OF_POSTS)).isEqualTo(points);
                assertThat(stores.suggestions()).isEqualTo(suggestions);
            }
        }
    }

    @Test
    void deletionFindsWhatAnEarlierRunPutInTheQueue() throws Exception {
        String id = Tweets.id(Posts.at(1), 1);
        try (Stores stores = new Stores()) {
            run(stores, List.of(List.of(Tweets.post(id, "ann", "Windows make stream processing worth the while"))));
            assertThat(stores.suggestions()).hasSize(1);

            run(stores, List.of(List.of(Tweets.deletion(id, Posts.at(30)))));
            assertThat(stores.suggestions()).isEmpty();
        }
    }

    @Test
    void postThatWasEditedAwayIsGoneInEitherOrder() throws Exception {
        List<String> lines = List.of(
                bluesky("create", 1_000_000, "Windows make stream processing worth the while"),
                bluesky("update", 9_000_000, "Forget it, good morning everybody"));
        for (List<String> order : List.of(lines, List.of(lines.get(1), lines.get(0)))) {
            try (Stores stores = new Stores()) {
                run(stores, List.of(order));

                assertThat(stores.points("post", "suggestion")).isEmpty();
                assertThat(stores.suggestions()).isEmpty();
                assertThat(stores.balance()).containsEntry("read/", 2L).containsEntry("filtered/no-keyword", 1L);
                assertCloses(stores.balance());
            }
        }
    }

    private static String bluesky(String operation, long micros, String text) {
        Instant created = Posts.at(0);
        return """
                {"did":"did:plc:ann","time_us":%d,"kind":"commit","commit":{"rev":"r","operation":"%s",\
                "collection":"app.bsky.feed.post","rkey":"1","cid":"c","record":{"text":"%s","createdAt":"%s"}}}\
                """.formatted(created.toEpochMilli() * 1000 + micros, operation, text, created);
    }

    private static List<String> manyLines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String id = Tweets.id(Posts.at(i), i);
            String text = random.nextInt(4) == 0
                    ? "The same words on stream processing for copy " + (char) ('a' + random.nextInt(20))
                    : "Post " + word(i) + " about " + (random.nextBoolean() ? "stream processing" : "tomatoes");
            lines.add(Tweets.post(id, "author" + i % 30, text));
            for (int r = random.nextInt(3); r > 0; r--) {
                String repost = Tweets.id(Posts.at(i + 5 + r), 1000 + i);
                lines.add(Tweets.repost(repost, "fan" + r, id, "author" + i % 30, text, random.nextInt(9)));
            }
            if (random.nextInt(6) == 0) {
                lines.add(Tweets.deletion(id, Posts.at(i + 40)));
            }
        }
        return lines;
    }

    /** A word for a number: words of digits alone don't tell texts apart. */
    private static String word(int number) {
        return "w" + Integer.toString(number, 26).replaceAll("\\d", "q$0q");
    }

    private void run(Stores stores, List<List<String>> files) throws Exception {
        Path run = Files.createTempDirectory(folder, "run");
        for (int i = 0; i < files.size(); i++) {
            Files.write(run.resolve("part-" + i + ".jsonl"), files.get(i));
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(2);
        JobSettings settings =
                JobSettings.defaults().withReading(PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF));
        new RelevanceTopology(VOCABULARY, JournalAccess.none(), stores.pointSink(), stores.queueSink(), settings)
                .build(env, RecordFileSource.of(List.of(run.toString())));
        env.execute("test");
    }

    private static void assertCloses(Map<String, Long> balance) {
        long ended = balance.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("read/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(ended).as("%s", balance).isEqualTo(balance.get("read/"));
    }
}
