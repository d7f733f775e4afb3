package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linnet.cli.run.JobProcess;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code linnet run} says and does when it is given what it cannot use. */
class BadInputITCase {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunFolder run;

    @BeforeEach
    void prepare() throws IOException {
        run = new RunFolder(folder);
    }

    @Test
    void missingFileIsNamed() throws Exception {
        run.set("sources", "[{files: [stream/none.jsonl]}]");

        assertRefused(2, "none.jsonl", "no such file or folder");
    }

    @Test
    void folderWithNothingToReadIsNamed() throws Exception {
        Files.writeString(folder.resolve("stream/picture.png"), "x");

        assertRefused(2, "stream", "has no file to read", "picture.png");
    }

    @Test
    void gzipCutShortGivesWhatCameBeforeAndIsTold() throws Exception {
        byte[] whole = gzip(InventedPosts.lines(5_000));
        Files.write(folder.resolve("stream/cut.jsonl.gz"), Arrays.copyOf(whole, whole.length / 2));

        CliRun result = runs();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).contains("file-cut-short 1").contains("The balance closes");
        assertThat(delivered()).isGreaterThan(1_000);
        assertSaid(result, "cut.jsonl.gz", "cut short", "Fetch it again");
    }

    @Test
    void lineOfTwentyMegabytesIsPassedOverAndTold() throws Exception {
        List<String> lines = new ArrayList<>(InventedPosts.lines(20));
        lines.add(10, "{\"id_str\":\"1\",\"text\":\"" + "stream processing ".repeat(20 << 20 >> 4) + "\"}");
        run.records("long.jsonl", lines);

        CliRun result = runs();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).contains("line-too-long 1").contains("The balance closes");
        assertThat(delivered()).isEqualTo(20);
        assertSaid(result, "long.jsonl", "bytes long");
    }

    @Test
    void binaryRubbishIsTold() throws Exception {
        byte[] rubbish = new byte[200_000];
        new Random(1).nextBytes(rubbish);
        Files.write(folder.resolve("stream/rubbish.json"), rubbish);

        CliRun result = runs();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
        assertThat(result.out()).contains("unparseable").contains("The balance closes");
        assertSaid(result, "no record", "rubbish.json");
    }

    @Test
    void someRubbishAmongPostsIsNoFailure() throws Exception {
        List<String> lines = new ArrayList<>(InventedPosts.lines(20));
        lines.add(3, "{\"id_str\":\"torn");
        run.records("posts.jsonl", lines);

        CliRun result = runs();

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(delivered()).isEqualTo(20);
    }

    @Test
    void emptyVocabularyIsNamedWithTheMend() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        Files.writeString(folder.resolve("words.txt"), "\n\n");

        assertRefused(2, "words.txt", "keyword");
    }

    @Test
    void missingVocabularyWithoutBlogIsNamedWithTheMend() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        Files.delete(folder.resolve("words.txt"));

        assertRefused(2, "words.txt", "vocabulary.blog");
    }

    @Test
    void takenConsolePortIsNamed() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            run.set("console", "{port: " + taken.getLocalPort() + "}");

            assertRefused(1, "port " + taken.getLocalPort());
        }
    }

    @Test
    void stateFolderThatCannotBeIsNamedWithTheMend() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        Files.writeString(folder.resolve("file"), "no folder");
        run.set("job", "{state: file/state}");

        assertRefused(1, "file/state", "job.state");
    }

    @Test
    void queueDatabaseInAPlaceThatCannotBeIsNamed() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        Files.writeString(folder.resolve("file"), "no folder");
        run.set("queue", "{url: file/queue.db}");

        assertRefused(1, "file", "queue database");
    }

    @Test
    void secondRunOnOneStateFolderIsRefused() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        run.set("sources", "[{files: [stream], speed: 1}]");
        Vocabulary vocabulary = new Vocabulary(0, List.of(), Set.of(), Set.of());
        try (JobProcess first = JobProcess.start(new ConfigReader().read(run.settings()), vocabulary, null, null)) {
            assertThat(first.failure()).isEmpty();

            assertRefused(1, "another Linnet", "state", "job.state");
        }
    }

    @Test
    void missingSecretIsNamedBeforeAnythingStarts() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        run.set("console", "{host: 0.0.0.0, password: '${LINNET_NO_SUCH_SECRET}'}");

        assertRefused(2, "LINNET_NO_SUCH_SECRET", "linnet.yaml");
        assertThat(folder.resolve("queue.db")).doesNotExist();
    }

    @Test
    void fullDiskAtTheStartIsNamed() throws Exception {
        run.records("posts.jsonl", InventedPosts.lines(1));
        run.set("queue", "{url: 'jdbc:sqlite:" + folder.resolve("queue.db") + "?max_page_count=4'}");

        assertRefused(1, "queue.db", "disk is full");
    }

    private CliRun runs() throws IOException {
        return CliRun.of("run", "--config", run.settings().toString());
    }

    private void assertRefused(int exitCode, String... words) throws IOException {
        CliRun result = runs();

        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertSaid(result, words);
    }

    private static void assertSaid(CliRun result, String... words) {
        assertThat(result.err()).contains(words).doesNotContain("\tat ").doesNotContain("this should not happen");
    }

    private long delivered() {
        try (QueueDatabase database = QueueDatabase.open(QueueSettings.file(folder.resolve("queue.db")))) {
            return database.records().counts().stream()
                    .filter(count -> count.stage().equals("delivered"))
                    .mapToLong(count -> count.count())
                    .sum();
        }
    }

    private static byte[] gzip(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
