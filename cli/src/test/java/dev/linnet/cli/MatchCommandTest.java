package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {
    private static final String POSTS = String.join(
            "\n",
            tweet(11, "The fern wall drips on my Caf\\u00e9 table", ""),
            tweet(12, "nothing of the kind", ""),
            "{\"delete\":{\"status\":{\"id\":11,\"id_str\":\"11\",\"user_id\":5,\"user_id_str\":\"5\"}}}",
            tweet(13, "RT @ada: #FernWall", ",\"retweeted_status\":" + tweet(10, "My #FernWall, in spring", "")),
            tweet(14, "fern wall spam", ""),
            "{\"text\":\"a fern wall, torn",
            "");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private String words;

    @BeforeEach
    void writeVocabulary() throws Exception {
        words = Files.writeString(
                        folder.resolve("words.yaml"),
                        "keywords:\n  - fern wall\n  - café\nmuted: [spam]\ntrusted: [bob]\n")
                .toString();
    }

    @Test
    void eachMatchingPostIsALineWithItsKeywords() throws Exception {
        Path file = Files.writeString(folder.resolve("posts.jsonl"), POSTS);

        CliRun run = CliRun.of("match", "--vocabulary", words, file.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).containsExactly("11\tcafé, fern wall", "13\tfern wall");
        assertThat(run.err()).contains("1 record may match but cannot be read: not-json");
    }

    @Test
    void stdinIsReadWhenNoFileIsNamed() {
        CliRun run = withStdin(POSTS, "match", "--vocabulary", words, "--count");

        assertThat(run.out()).isEqualToIgnoringNewLines("2");
    }

    @Test
    void jsonTellsTheOriginalOfARepost() throws Exception {
        CliRun run = withStdin(POSTS, "match", "--vocabulary", words, "--json");

        JsonNode repost = new ObjectMapper().readTree(run.out().lines().toList().get(1));
        assertThat(repost.path("id").asText()).isEqualTo("13");
        assertThat(repost.path("original").asText()).isEqualTo("10");
        assertThat(repost.path("platform").asText()).isEqualTo("x");
        assertThat(repost.path("keywords").get(0).asText()).isEqualTo("fern wall");
    }

    @Test
    void folderOfPackedFilesIsReadAndCutOneIsToldWithExitOne() throws Exception {
        Path stream = Files.createDirectories(folder.resolve("stream"));
        Path whole = stream.resolve("a.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(POSTS.getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);

        CliRun good = CliRun.of("match", "--vocabulary", words, "--count", stream.toString());
        Files.write(stream.resolve("b.json.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(stream.resolve("c.json.gz"), new byte[] {1, 2, 3});
        CliRun cut = CliRun.of("match", "--vocabulary", words, "--count", stream.toString());

        assertThat(good.out()).isEqualToIgnoringNewLines("2");
        assertThat(good.exitCode()).isZero();
        assertThat(cut.exitCode()).isEqualTo(1);
        assertThat(cut.out()).startsWith("2");
        assertThat(cut.err()).contains("b.json.gz: the file is cut short").contains("c.json.gz");
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(CliRun.of("match")).satisfies(run -> isWrong(run, "--vocabulary"));
        assertThat(CliRun.of("match", "--vocabulary", folder.resolve("no.yaml").toString()))
                .satisfies(run -> isWrong(run, "there is no vocabulary"));
        assertThat(CliRun.of(
                        "match", "--vocabulary", words, folder.resolve("none").toString()))
                .satisfies(run -> isWrong(run, "there is no such file or folder"));
    }

    private static void isWrong(CliRun run, String words) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }

    private static CliRun withStdin(String text, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return CliRun.of(args);
        } finally {
            System.setIn(before);
        }
    }

    private static String tweet(long id, String text, String more) {
        return "{\"created_at\":\"Wed Mar 04 05:06:07 +0000 2026\",\"id\":" + id + ",\"id_str\":\"" + id
                + "\",\"text\":\""
                + text
                + "\",\"user\":{\"id\":5,\"id_str\":\"5\",\"screen_name\":\"bob\",\"name\":\"Bob\"},\"lang\":\"en\""
                + more + "}";
    }
}
