package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordsCommandTest {
    private static final String LINE = "\\d+\\t\\d\\.\\d\\d\\t[^\\t]+\\t\\d+\\t[^\\t]*";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path blog;

    @BeforeEach
    void writeBlog() throws IOException {
        blog = Files.createDirectories(folder.resolve("blog"));
        Files.writeString(
                blog.resolve("ferns.md"),
                "# A fern wall\n\nThe fern wall on my balcony holds twelve maidenhair ferns. A fern wall needs shade, and"
                        + " maidenhair ferns need water twice a day.\n");
        Files.writeString(
                blog.resolve("moss.md"),
                "# Moss beside the fern wall\n\nSheet moss grows where the fern wall drips. Sheet moss likes the same"
                        + " rainwater as maidenhair ferns.\n");
        Files.writeString(
                blog.resolve("water.md"),
                "# Rainwater\n\nA rainwater barrel feeds the fern wall. The rainwater barrel froze in January.\n");
    }

    @Test
    void blogBecomesRankedKeywordsWithSentences() {
        CliRun run = CliRun.of("keywords", blog.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .allMatch(line -> line.matches(LINE))
                .anySatisfy(line ->
                        assertThat(line).contains("\tfern wall\t3\t").containsIgnoringCase("fern wall on my balcony"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void topBoundsAndJsonHasEveryField() throws Exception {
        CliRun run = CliRun.of("keywords", blog.toString(), "--top", "2", "--json");

        assertThat(run.out().lines()).hasSize(2);
        JsonNode first =
                new ObjectMapper().readTree(run.out().lines().findFirst().orElseThrow());
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("weight").asDouble()).isEqualTo(3.0);
        assertThat(first.path("posts").isArray()).isTrue();
        assertThat(first.has("sentence")).isTrue();
    }

    @Test
    void eachTextGetsFileNamedAsItIs() throws Exception {
        Path out = folder.resolve("out");

        CliRun run = CliRun.of("keywords", blog.toString(), "--each", "--out", out.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(out).isDirectoryContaining("glob:**/ferns.txt").isDirectoryContaining("glob:**/water.txt");
        assertThat(Files.readAllLines(out.resolve("moss.txt")))
                .isNotEmpty()
                .allMatch(line -> line.matches("[^\\t]+\\t[0-9.e+-]+"));
    }

    @Test
    void diffShowsWhatMiningWouldChangeAndWriteKeepsHandMadeWeights() throws Exception {
        Path file = folder.resolve("words.yaml");
        assertThat(CliRun.of("keywords", blog.toString(), "--write", file.toString())
                        .exitCode())
                .isZero();
        Files.writeString(file, Files.readString(file).replaceFirst("weight: \\S+", "weight: 2.75"));
        Files.writeString(
                blog.resolve("kites.md"),
                "# Box kites\n\nA box kite flies in little wind. The box kite and the second box kite.\n");

        CliRun diff = CliRun.of("keywords", blog.toString(), "--diff", file.toString());
        String unchanged = Files.readString(file);
        CliRun write = CliRun.of("keywords", blog.toString(), "--write", file.toString());

        assertThat(diff.out()).contains("+ box kite\t");
        assertThat(unchanged).doesNotContain("box kite");
        assertThat(write.err()).contains("wrote " + file);
        assertThat(Files.readString(file)).contains("box kite").contains("weight: 2.75");
        assertThat(CliRun.of("keywords", blog.toString(), "--diff", file.toString())
                        .out())
                .isEmpty();
    }

    @Test
    void repostedAuthorsBecomeTrusted() throws Exception {
        Path archive = Files.writeString(
                folder.resolve("tweets.js"),
                "window.YTD.tweets.part0 = ["
                        + "{\"tweet\":{\"full_text\":\"RT @Bob: b\"}},{\"tweet\":{\"full_text\":\"RT @alice: a\"}},"
                        + "{\"tweet\":{\"full_text\":\"RT @Alice: c\"}}]");
        Path file = folder.resolve("trusting.yaml");

        CliRun run = CliRun.of(
                "keywords", blog.toString(), archive.toString(), "--write", file.toString(), "--trust-reposts", "2");

        assertThat(run.err()).contains("trusted because you repost them: @alice (2)");
        assertThat(Files.readString(file)).contains("trusted:\n  - alice\n").doesNotContain("bob");
        assertThat(CliRun.of("keywords", blog.toString(), "--trust-reposts", "2"))
                .satisfies(wrong -> isWrong(wrong, "--write"));
        assertThat(CliRun.of("keywords", blog.toString(), "--write", file.toString(), "--trust-reposts", "2"))
                .satisfies(wrong -> isWrong(wrong, "needs an X archive"));
        assertThat(CliRun.of("keywords", blog.toString(), "--cache", "x", "--no-cache"))
                .satisfies(wrong -> isWrong(wrong, "--no-cache"));
    }

    @Test
    void unreadableSourceIsToldAndTheRestGoesOn() {
        String missing = folder.resolve("none").toString();

        CliRun run = CliRun.of("keywords", blog.toString(), missing);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains(missing).contains("there is no such file or folder");
        assertThat(run.out()).contains("fern wall");
    }

    @Test
    void nothingReadableExitsWithOne() {
        CliRun run = CliRun.of("keywords", folder.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there is no such file or folder").contains("nothing could be read");
    }

    @Test
    void wrongUsageExitsWithTwo() throws Exception {
        String path = blog.toString();
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "keywords:\n  - text: a\n    weigth: 2\n");

        assertThat(CliRun.of("keywords", path, "--each")).satisfies(run -> isWrong(run, "--out"));
        assertThat(CliRun.of("keywords", path, "--out", "x")).satisfies(run -> isWrong(run, "--each"));
        assertThat(CliRun.of("keywords", path, "--top", "0")).satisfies(run -> isWrong(run, "--top"));
        assertThat(CliRun.of(
                        "keywords", path, "--diff", folder.resolve("no.yaml").toString()))
                .satisfies(run -> isWrong(run, "no.yaml"));
        assertThat(CliRun.of("keywords", path, "--diff", broken.toString()))
                .satisfies(run -> isWrong(run, "line 3: 'weigth'"));
        assertThat(CliRun.of("keywords")).satisfies(run -> isWrong(run, "PATH|URL"));
    }

    private static void isWrong(CliRun run, String words) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
