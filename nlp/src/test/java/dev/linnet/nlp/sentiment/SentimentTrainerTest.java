package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.sentiment.SentimentTrainer.Labelled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTrainerTest {
    @TempDir
    Path folder;

    @Test
    void trainingLearnsWordsThatTheNetworkDoesNotKnow() throws Exception {
        Path model = folder.resolve("tiny.model.gz");
        new SentimentTrainer(100, 1, WordLore.none()).train(posts(), model);

        FastSentiment trained = FastSentiment.of(model, 100);

        assertThat(trained.read("this is so flurbish").label()).isEqualTo(Sentiment.Label.POSITIVE);
        assertThat(trained.read("this is so grobnid").label()).isEqualTo(Sentiment.Label.NEGATIVE);
        assertThat(trained.read("this is so tablewise").label()).isEqualTo(Sentiment.Label.NEUTRAL);
    }

    @Test
    void theSamePostsAndSeedGiveTheSameModel() throws Exception {
        assertThat(Files.readAllBytes(trained("one", 5))).isEqualTo(Files.readAllBytes(trained("two", 5)));
        assertThat(Files.readAllBytes(trained("three", 6))).isNotEqualTo(Files.readAllBytes(trained("four", 5)));
    }

    @Test
    void aModelHoldsNoWordOfItsPosts() throws Exception {
        byte[] bytes = Files.readAllBytes(trained("model", 1));
        String plain = new String(
                new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes)).readAllBytes(),
                StandardCharsets.ISO_8859_1);

        assertThat(plain).doesNotContain("flurbish").doesNotContain("grobnid");
    }

    @Test
    void brokenModelsAreRefusedWithTheirNames() throws Exception {
        Path model = trained("good", 1);
        byte[] bytes = Files.readAllBytes(model);
        Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Path rubbish = Files.writeString(folder.resolve("rubbish"), "not a model");
        Path other = Files.write(folder.resolve("other"), gzip("another file"));

        for (Path broken : List.of(cut, rubbish, other)) {
            assertThatThrownBy(() -> FastSentiment.of(broken, 100))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(broken.toString());
        }
    }

    @Test
    void aModelOfAnotherVersionIsRefused() throws Exception {
        byte[] plain = new java.util.zip.GZIPInputStream(Files.newInputStream(trained("old", 1))).readAllBytes();
        plain[7] = 99;
        Path old = Files.write(folder.resolve("older"), gzip(new String(plain, StandardCharsets.ISO_8859_1)));

        assertThatThrownBy(() -> FastSentiment.of(old, 100)).hasMessageContaining("version 99");
    }

    @Test
    void trainingNeedsEachClass() {
        assertThatThrownBy(() -> new SentimentTrainer(100, 1, WordLore.none())
                        .train(List.of(new Labelled("good", 2), new Labelled("bad", 0)), folder.resolve("none")))
                .hasMessageContaining("label 1");
        assertThatThrownBy(() -> new Labelled("odd", 3)).hasMessageContaining("not 3");
    }

    @Test
    void labelledPostsAreReadFromOneFileOrTwo() throws Exception {
        Path one = Files.writeString(folder.resolve("one.tsv"), "positive\tnice\n0\tpoor\n");
        Path texts = Files.writeString(folder.resolve("texts"), "nice\npoor\n");
        Path labels = Files.writeString(folder.resolve("labels"), "2\nnegative\n");

        assertThat(LabelledPosts.read(one)).containsExactly(new Labelled("nice", 2), new Labelled("poor", 0));
        assertThat(LabelledPosts.read(texts, labels)).isEqualTo(LabelledPosts.read(one));
        assertThatThrownBy(() -> LabelledPosts.read(texts))
                .hasMessageContaining("line 1")
                .hasMessageContaining("tab");
        assertThatThrownBy(() -> LabelledPosts.read(labels, texts)).hasMessageContaining("'nice' is no label");
    }

    private Path trained(String name, long seed) {
        Path model = folder.resolve(name);
        try {
            new SentimentTrainer(100, seed, WordLore.none()).train(posts(), model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return model;
    }

    private static List<Labelled> posts() {
        List<Labelled> posts = new ArrayList<>();
        for (String place : List.of("here", "there", "today", "at home", "in town", "again", "for us", "now")) {
            posts.add(new Labelled("it is flurbish " + place, 2));
            posts.add(new Labelled("it is grobnid " + place, 0));
            posts.add(new Labelled("it is tablewise " + place, 1));
        }
        return posts;
    }

    private static byte[] gzip(String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }
}
