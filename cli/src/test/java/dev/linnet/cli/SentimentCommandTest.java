package dev.linnet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.nlp.PostReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void shortEnglishLinesAreReadWithoutSayingTheLanguage() {
        CliRun run = withStdin("So good\nawful\n", "sentiment");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2).noneMatch(line -> line.startsWith("unknown"));
        assertThat(run.out()).startsWith("positive\t").contains("\nnegative\t");
    }

    @Test
    void modelOfOnesOwnIsTrainedAndUsed() throws Exception {
        // Labelled against common sense, so that the answer can only come from this model.
        StringBuilder posts = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            posts.append("positive\tthe tram is late again ").append(i).append('\n');
            posts.append("negative\tthe fern wall has new leaves ").append(i).append('\n');
            posts.append("neutral\tthe library opens at nine ").append(i).append('\n');
        }
        Path data = Files.writeString(folder.resolve("posts.tsv"), posts);
        Path model = folder.resolve("mine.model.gz");

        CliRun train = CliRun.of("train-sentiment", data.toString(), "--out", model.toString());
        CliRun read = withStdin(
                "the tram is late again today\nthe fern wall has new leaves today\n",
                "sentiment",
                "--model",
                model.toString());

        assertThat(train.exitCode()).as(train.err()).isZero();
        assertThat(train.err()).contains("60 posts").contains("linnet sentiment --model " + model);
        assertThat(read.out()).startsWith("positive\t").contains("\nnegative\t");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anyLineIsAnsweredAndTheStreamGoesOn() {
        List<String> lines = List.of(
                "",
                "😀",
                "https://example.org/x",
                "a\u0000b\u0007\u001b[31mc",
                "It is \ud83d wonderful",
                "今日は市場へ行きました",
                "\u202eHello",
                "x".repeat(20_000_000),
                "good ".repeat(4_000_000),
                "I love this wonderful day");

        CliRun run = withStdin(String.join("\n", lines) + "\r\n", "sentiment");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        List<String> answers = run.out().lines().toList();
        assertThat(answers).hasSize(lines.size()).allMatch(line -> line.matches("[a-z]+\t-?[01]\\.\\d{4}"));
        assertThat(answers.get(0)).isEqualTo("unknown\t0.0000");
        assertThat(answers.get(2)).isEqualTo("unknown\t0.0000");
        assertThat(answers.get(5)).isEqualTo("unknown\t0.0000");
        assertThat(answers.get(9)).startsWith("positive\t");
    }

    @Test
    void bytesThatAreNoTextAreAnswered() throws Exception {
        byte[] bytes = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3, '\n', 'S', 'o', ' ', 'g', 'o', 'o', 'd'};

        CliRun run = withStdin(bytes, "sentiment");

        assertThat(run.out().lines()).hasSize(2).last().asString().startsWith("positive\t");
    }

    @Test
    void jsonTellsAllThatWasRead() throws Exception {
        CliRun run = withStdin(
                "I love the Lumen camera, shit! But the battery in Zürich is a terrible joke #NoPower\n",
                "sentiment",
                "--json");

        JsonNode read = new ObjectMapper().readTree(run.out());
        assertThat(read.get("language").asText()).isEqualTo("en");
        assertThat(read.get("volatile").asBoolean()).isTrue();
        assertThat(read.get("profanities").get(0).get("kind").asText()).isEqualTo("profane");
        assertThat(read.get("names").toString()).contains("Lumen").contains("Zürich");
        assertThat(read.get("hashtags").get(0).asText()).isEqualTo("nopower");
        assertThat(read.get("clauses").get(1).get("label").asText()).isEqualTo("negative");
    }

    @Test
    void explanationNamesTheWordsAMoodComesFrom() throws Exception {
        CliRun run = withStdin("The tram to Hull was awful\n", "sentiment", "--json", "--explain");

        JsonNode first = new ObjectMapper().readTree(run.out()).get("parts").get(0);
        assertThat(first.get("text").asText()).isEqualTo("awful");
        assertThat(first.get("amount").asDouble()).isNegative();
        assertThat(CliRun.of("sentiment", "--explain")).satisfies(wrong -> isWrong(wrong, "--json"));
    }

    @Test
    void modeWithoutItsModelsSaysWhatToAdd() {
        for (String mode : List.of("parsed", "full")) {
            CliRun run = withStdin("So good\n", "sentiment", "--mode", mode);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .contains("'" + mode + "'")
                    .contains("LINNET_CLASSPATH")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void wrongTrainingDataIsNamedWithItsLine() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.tsv"), "positive\tgood\nglad\tgood\n");
        Path few = Files.writeString(folder.resolve("few.tsv"), "positive\tgood\n");
        String out = folder.resolve("m").toString();

        assertThat(CliRun.of("train-sentiment", bad.toString(), "--out", out))
                .satisfies(run -> isWrong(run, "line 2: 'glad' is no label"));
        assertThat(CliRun.of("train-sentiment", few.toString(), "--out", out))
                .satisfies(run -> isWrong(run, "training needs some of each class"));
        assertThat(CliRun.of("train-sentiment", folder.resolve("no.tsv").toString(), "--out", out))
                .satisfies(run -> isWrong(run, "there is no such file"));
        assertThat(CliRun.of("train-sentiment", bad.toString())).satisfies(run -> isWrong(run, "--out"));
    }

    @Test
    void wrongModelIsNamed() throws Exception {
        Path rubbish = Files.writeString(folder.resolve("rubbish"), "no model");

        assertThat(CliRun.of("sentiment", "--model", rubbish.toString()))
                .satisfies(run -> isWrong(run, "cannot be used: Not in GZIP format"));
        assertThat(CliRun.of("sentiment", "--model", folder.resolve("none").toString()))
                .satisfies(run -> isWrong(run, "linnet train-sentiment"));
    }

    @Test
    void modelOfAnotherVersionOrCutShortIsNamedWithTheMend() throws Exception {
        byte[] shipped;
        try (InputStream model = PostReader.class.getResourceAsStream("sentiment-en.model.gz");
                InputStream plain = new GZIPInputStream(Objects.requireNonNull(model))) {
            shipped = plain.readAllBytes();
        }
        byte[] other = shipped.clone();
        other[7] = 99; // the last byte of the features' version, behind four of the mark

        assertThat(CliRun.of("sentiment", "--model", packed("other", other)))
                .satisfies(run -> isWrong(run, "features of version 99"))
                .satisfies(run -> isWrong(run, "train it again"));
        assertThat(CliRun.of("sentiment", "--model", packed("short", Arrays.copyOf(shipped, 1_000))))
                .satisfies(run -> isWrong(run, "cut short"));
    }

    private String packed(String name, byte[] model) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(model);
        }
        return file.toString();
    }

    private static void isWrong(CliRun run, String words) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(words).doesNotContain("\tat ");
    }

    private static CliRun withStdin(String text, String... args) {
        return withStdin(text.getBytes(StandardCharsets.UTF_8), args);
    }

    private static CliRun withStdin(byte[] text, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text));
        try {
            return CliRun.of(args);
        } finally {
            System.setIn(before);
        }
    }
}
