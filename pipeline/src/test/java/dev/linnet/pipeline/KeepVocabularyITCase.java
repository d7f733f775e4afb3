package dev.linnet.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.mining.BlogMining;
import dev.linnet.pipeline.mining.KeeperSettings;
import dev.linnet.queue.JournalEntry;
import dev.linnet.testkit.LoopbackCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A new post in the blog, and an edit in the vocabulary file, change what the running job listens for. */
class KeepVocabularyITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER = LoopbackCluster.of(2, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FERNS =
            "The fern wall grows in the shade of the yard. A fern wall wants water, and the fern wall gets it. ";
    private static final String KITES =
            "My box kite flew over the dunes all day. A box kite needs a steady wind, so the box kite stayed. ";

    @TempDir
    Path folder;

    private final MemoryJournal journal = MemoryJournal.empty();
    private final LinesSource lines = new LinesSource();
    private volatile String feed = "";
    private HttpServer site;
    private int number;

    @BeforeEach
    void serve() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/feed.xml", exchange -> {
            byte[] body = feed.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void newPostAndHandEditReachTheRunningJob() throws Exception {
        feed = rss(item(1, FERNS));
        String address = "http://127.0.0.1:" + site.getAddress().getPort() + "/feed.xml";
        Path file = folder.resolve("vocabulary.yaml");
        BlogMining.Mined first = new BlogMining(words -> {}).mine(List.of(address), 20, folder.resolve("pages"));
        VocabularyFile.of(first.keywords())
                .minedAt(Instant.now(), first.posts())
                .write(file);
        assertThat(Files.readString(file)).contains("fern wall").doesNotContain("box kite");

        try (Stores stores = new Stores()) {
            JobClient job = start(stores, file, address);
            feed = rss(item(1, FERNS) + item(2, KITES));
            awaitMatch(stores, "box kite", "We built a box kite this morning ");

            assertThat(journal.entries())
                    .filteredOn(entry -> entry.subject().equals("box kite"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.who()).isEqualTo("linnet/mining");
                        assertThat(entry.act()).isEqualTo(JournalEntry.Act.SET_KEYWORD);
                        assertThat(entry.why()).startsWith("found in 1 post: ").contains("box kite");
                    });

            Files.writeString(
                    file, Files.readString(file).replace("\nkeywords:\n", "\nkeywords:\n  - text: owl pellet\n"));
            awaitMatch(stores, "owl pellet", "An owl pellet under the barn ");
            assertThat(journal.entries())
                    .extracting(JournalEntry::who)
                    .contains("linnet/file")
                    .as("one writer, on two TaskManagers")
                    .hasSameSizeAs(Set.copyOf(journal.entries().stream()
                            .map(entry -> entry.subject() + entry.data())
                            .toList()));

            lines.end();
            lines.end(); // one for each of its two readers
            job.getJobExecutionResult().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private JobClient start(Stores stores, Path file, String address) throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        env.setParallelism(2);
        JobSettings settings = JobSettings.defaults()
                .withRelevance(0.3, 0)
                .withReading(PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF));
        KeeperSettings keeper = new KeeperSettings(
                file.toString(),
                Files.readString(file),
                List.of(address),
                20,
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                folder.resolve("pages").toString(),
                Set.of(),
                Set.of());
        new RelevanceTopology(
                        VocabularyFile.read(file).vocabulary(),
                        journal,
                        stores.pointSink(),
                        stores.queueSink(),
                        settings)
                .keeping(keeper)
                .build(env, lines);
        return env.executeAsync("keeping");
    }

    private void awaitMatch(Stores stores, String keyword, String text) {
        await().atMost(PATIENCE).until(() -> {
            number++;
            lines.send(Tweets.post(Tweets.id(Posts.at(number), number), "paul", text + "a".repeat(number)));
            return stores.points("post").values().stream()
                    .anyMatch(point -> keyword.equals(point.tags().get("keyword")));
        });
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>T</title><link>http://x.example</link><description>D</description>"
                + "<language>en</language>" + items + "</channel></rss>";
    }

    private static String item(int number, String text) {
        return "<item><title>Post " + number + "</title><link>http://x.example/" + number + "</link><description>"
                + text.repeat(8) + "</description></item>";
    }
}
