package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import dev.linnet.queue.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayJournalCommandTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String own;

    /** Of forty posts those about moss are approved; the rest are about soap. */
    @BeforeEach
    void decide() throws Exception {
        own = TestConfig.write(folder, "queue:\n  url: queue.db\n").toString();
        try (QueueDatabase database = open()) {
            for (int i = 1; i <= 40; i++) {
                boolean moss = i % 2 == 0;
                offer(
                        database,
                        "x:" + i,
                        moss ? "a fern wall with moss" : "a fern wall with soap",
                        moss ? "moss" : "soap");
                if (moss) {
                    database.suggestions().approve("x:" + i, "Ada", START.plusSeconds(i));
                } else {
                    database.suggestions().reject("x:" + i, "Ada", "", START.plusSeconds(i));
                }
            }
            offer(database, "x:open", "soap for a fern wall", "soap");
        }
    }

    @Test
    void sameSettingsMoveNothingAndLearntDecisionsAreForetold() throws Exception {
        CliRun run = replay(own, "--json", "--top", "100");

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<JsonNode> lines = json(run);
        assertThat(lines.get(0).path("settings").asText()).isEqualTo("own");
        assertThat(lines.get(0).path("recall").asDouble()).isGreaterThan(0.8);
        assertThat(lines.get(0).path("mean_rank").asDouble()).isBetween(5.5, 7.5);
        assertThat(lines.get(1).path("log_loss")).isEqualTo(lines.get(0).path("log_loss"));
        assertThat(lines.subList(2, lines.size()))
                .hasSize(41)
                .allSatisfy(line -> assertThat(line.path("before")).isEqualTo(line.path("after")))
                .allSatisfy(line -> assertThat(line.path("change").asText()).isEqualTo("same"));
    }

    @Test
    void firstDecisionsAreForetoldByWhatWasKnownThen() throws Exception {
        double early = json(replay(own, "--json", "--until", "6"))
                .get(0)
                .path("log_loss")
                .asDouble();
        double late = json(replay(own, "--json")).get(0).path("log_loss").asDouble();

        assertThat(early).isGreaterThan(late).isBetween(0.3, 1.0);
    }

    @Test
    void otherVocabularyLosesWhatItDoesNotMatch() throws Exception {
        String other = other("soap\n", "");

        CliRun run = replay(other);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("decisions on posts not seen", "20")
                .containsPattern("0\\.\\d+\t-\tout\tapproved\tx:2\t@ann a fern wall with moss");
        assertThat(json(replay(other, "--json")).get(1).path("unseen").asInt()).isEqualTo(20);
    }

    @Test
    void anotherThresholdBringsSuggestionsIn() throws Exception {
        CliRun run = replay(other("fern wall\n", "relevance:\n  suggest-above: 0.0\n"), "--json", "--top", "100");

        assertThat(json(run).stream()
                        .filter(line -> line.path("change").asText().equals("in")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("before")).isEqualTo(line.path("after")));
    }

    @Test
    void ownMutedAndForeignPostsAreNotSeen() throws Exception {
        assertThat(unseen(other("fern wall\n", "filter:\n  mute: [moss]\n"))).isEqualTo(20);
        assertThat(unseen(other("fern wall\n", "filter:\n  languages: [de]\n"))).isEqualTo(40);
        Files.writeString(
                folder.resolve("other.yaml"),
                Files.readString(folder.resolve("other.yaml"))
                        .replace("languages: [de]", "languages: [en]")
                        .replace("name: Ada", "name: Ada\n  handles: [ann]"));
        assertThat(unseen(folder.resolve("other.yaml").toString())).isEqualTo(40);
    }

    @Test
    void whatCannotBeLearntFromIsCountedAndNothingIsChanged() throws Exception {
        long last;
        try (QueueDatabase database = open()) {
            database.suggestions().delete(List.of("x:2"), START);
            database.journal().append(START, "Ada", Act.ROLLBACK, "", "", Map.of());
            last = database.journal().last();
        }

        CliRun run = replay(own);

        assertThat(run.err())
                .contains("1 act is left out: it has no features, as its post was deleted")
                .contains("1 act is left out: it rolls back, but doesn't say to where");
        try (QueueDatabase database = open()) {
            assertThat(database.journal().last()).isEqualTo(last);
        }
    }

    @Test
    void wrongUsageIsNamed() {
        assertThat(replay(own, "--until", "soon").err()).contains("--until is the number of an act");
        assertThat(replay(own, "--top", "-1").exitCode()).isEqualTo(2);
        assertThat(replay(folder.resolve("none.yaml").toString()).exitCode()).isEqualTo(2);
    }

    private int unseen(String other) throws IOException {
        return json(replay(other, "--json")).get(1).path("unseen").asInt();
    }

    private String other(String words, String more) throws IOException {
        Files.writeString(folder.resolve("other.txt"), words);
        String config = Files.readString(Path.of(own)).replace("words.txt", "other.txt") + more;
        return Files.writeString(folder.resolve("other.yaml"), config).toString();
    }

    private CliRun replay(String other, String... options) {
        List<String> all = new ArrayList<>(List.of("replay-journal", "--own", own, "--config", other));
        all.addAll(List.of(options));
        return CliRun.of(all.toArray(new String[0]));
    }

    private static List<JsonNode> json(CliRun run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    private static void offer(QueueDatabase database, String id, String text, String word) {
        database.suggestions()
                .offer(List.of(new Suggestion(
                        id,
                        "x",
                        "ann",
                        "Ann",
                        text,
                        "en",
                        "https://x.com/ann/1",
                        START,
                        List.of("fern wall"),
                        0.7,
                        List.of(
                                new Contribution("bias", "", 1, -0.7),
                                new Contribution("keyword", "fern wall", 0.4, 1),
                                new Contribution("author", "ann", 0.4, 0),
                                new Contribution("word", word, 0.4, 0)),
                        "neutral",
                        0,
                        false,
                        0)));
    }

    private QueueDatabase open() {
        return QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")));
    }
}
