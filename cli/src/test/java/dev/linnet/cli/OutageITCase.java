package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.testkit.InfluxServer;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linnet run} while its stores are away. */
class OutageITCase {
    private static final int POSTS = 6_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void storeThatIsAwayAtTheStartAndAgainInTheMiddleMissesNothing() throws Exception {
        try (InfluxServer server = InfluxServer.start()) {
            server.kill();
            // Ten minutes of the recording in a second.
            RunFolder run = new RunFolder(folder)
                    .records("posts.jsonl", InventedPosts.lines(POSTS))
                    .set("sources", "[{files: [stream], speed: 600}]")
                    .set("points", "{kind: influxdb, url: '" + server.url() + "'}");
            try (LinnetProcess linnet = LinnetProcess.run(run.settings())) {
                linnet.awaitSaid("has taken no points");
                assertThat(linnet.said()).contains(server.url()).contains("tries again");
                assertThat(linnet.isAlive()).isTrue();

                server.restart();
                // Until Linnet has made the database, a query for it fails.
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .ignoreExceptions()
                        .until(() -> posts(server) > 0);
                // An answer that the kill cuts off would be the first outage going on, of which it speaks once a
                // minute.
                linnet.awaitSaid("takes points again");
                server.kill();
                int told = occurrences(linnet.said());
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> !linnet.isAlive() || occurrences(linnet.said()) > told);
                assertThat(linnet.isAlive()).as(linnet.said()).isTrue();

                server.restart();
                assertThat(linnet.awaitEnd()).as(linnet.said()).isZero();
                assertThat(linnet.said()).contains("The balance closes").doesNotContain("\tat ");
                assertThat(posts(server)).isEqualTo(POSTS);
            }
        }
    }

    private static int occurrences(String said) {
        return said.split("has taken no points", -1).length - 1;
    }

    private static long posts(InfluxServer server) {
        return server.query("linnet", "SELECT count(\"relevance\") AS \"count\" FROM \"post\"").stream()
                .mapToLong(row -> row.count("count"))
                .sum();
    }

    @Test
    void queueThatCannotGrowHoldsTheRunUntilThereIsRoom() throws Exception {
        Path file = folder.resolve("queue.db");
        RunFolder run = new RunFolder(folder)
                .records("posts.jsonl", InventedPosts.lines(POSTS))
                .set("relevance", "{suggest-above: 0.1}")
                .set("queue", "{url: 'jdbc:sqlite:" + file + "?max_page_count=150'}");
        try (LinnetProcess linnet = LinnetProcess.run(run.settings())) {
            linnet.awaitSaid("disk is full");
            assertThat(linnet.isAlive()).as(linnet.said()).isTrue();
            assertThat(linnet.said())
                    .contains("queue.db")
                    .contains("free some space")
                    .doesNotContain("\tat ");
        }

        run.set("queue", "{url: queue.db}");
        try (LinnetProcess linnet = LinnetProcess.run(run.settings());
                QueueDatabase database = QueueDatabase.open(QueueSettings.file(file))) {
            assertThat(linnet.awaitEnd()).as(linnet.said()).isZero();
            assertThat(linnet.said()).contains("The balance closes");
            assertThat(database.suggestions().countOpen()).isEqualTo(POSTS);
        }
    }
}
