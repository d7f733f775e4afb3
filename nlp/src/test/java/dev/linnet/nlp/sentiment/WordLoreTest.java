package dev.linnet.nlp.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linnet.nlp.Sentiment;
import dev.linnet.nlp.sentiment.SentimentTrainer.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordLoreTest {
    @TempDir
    Path folder;

    @Test
    void aWordThatNoPostHoldsLeansAsWordsUsedAlike() throws Exception {
        Path vectors = Files.writeString(
                folder.resolve("vectors.txt"),
                "flurbish 1 0 0\nzimful 0.98 0.05 0\ngrobnid 0 1 0\nbrakkish 0.05 0.98 0\ntablewise 0 0 1\n");
        Path model = folder.resolve("model");
        new SentimentTrainer(100, 1, WordLore.read(List.of(), vectors)).train(posts(), model);
        FastSentiment trained = FastSentiment.of(model, 100);

        assertThat(trained.read("it is zimful here").label()).isEqualTo(Sentiment.Label.POSITIVE);
        assertThat(trained.read("it is brakkish here").label()).isEqualTo(Sentiment.Label.NEGATIVE);
    }

    @Test
    void aWordThatNoPostHoldsLeansAsTheLexiconSays() throws Exception {
        Path lexicon = Files.writeString(
                folder.resolve("lexicon.tsv"), "Flurbish\t3\nzimful\t2.5\t0.4\t[1, 2]\ngrobnid\t-3\nbrakkish\t-2.5\n");
        Path model = folder.resolve("model");
        new SentimentTrainer(100, 1, WordLore.read(List.of(lexicon), null)).train(posts(), model);
        FastSentiment trained = FastSentiment.of(model, 100);

        assertThat(trained.read("it is zimful here").label()).isEqualTo(Sentiment.Label.POSITIVE);
        assertThat(trained.read("it is brakkish here").label()).isEqualTo(Sentiment.Label.NEGATIVE);
    }

    @Test
    void whatTheShippedModelKnowsOfWordsIsKeptForTrainingOfOnesOwn() throws Exception {
        Path model = folder.resolve("model");
        List<Labelled> posts = new ArrayList<>();
        for (String place : List.of("here", "there", "today", "now")) {
            posts.add(new Labelled("it was wonderful " + place, 2));
            posts.add(new Labelled("it was terrible " + place, 0));
            posts.add(new Labelled("it was tuesday " + place, 1));
        }
        new SentimentTrainer(100, 1, WordLore.shipped()).train(posts, model);
        FastSentiment trained = FastSentiment.of(model, 100);

        assertThat(trained.read("it was delightful").label()).isEqualTo(Sentiment.Label.POSITIVE);
        assertThat(trained.read("it was disgusting").label()).isEqualTo(Sentiment.Label.NEGATIVE);
    }

    @Test
    void brokenFilesAreRefusedWithNameAndLine() throws Exception {
        Path noTab = Files.writeString(folder.resolve("no-tab"), "good\t2\nbad -2\n");
        Path noNumber = Files.writeString(folder.resolve("no-number"), "good\tvery\n");
        Path uneven = Files.writeString(folder.resolve("uneven"), "good 1 2 3\nbad 1 2\n");
        Path infinite = Files.writeString(folder.resolve("infinite"), "good 1 NaN 3\n");
        Path rubbish = Files.writeString(folder.resolve("rubbish.ser.gz"), "not serialized");

        refused(() -> WordLore.read(List.of(noTab), null), noTab + ", line 2: no tab");
        refused(() -> WordLore.read(List.of(noNumber), null), noNumber + ", line 1: 'very' is no number");
        refused(() -> WordLore.read(List.of(), uneven), uneven + ", line 2: 2 numbers");
        refused(() -> WordLore.read(List.of(), infinite), infinite + ", line 1: 'NaN' is no number");
        refused(() -> WordLore.read(List.of(), rubbish), rubbish.toString());
        assertThatThrownBy(() -> WordLore.read(List.of(folder.resolve("none")), null))
                .isInstanceOf(NoSuchFileException.class);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IOException.class).hasMessageContaining(message);
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
}
