package dev.linnet.cli;

import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.sentiment.LabelledPosts;
import dev.linnet.nlp.sentiment.SentimentTrainer;
import dev.linnet.nlp.sentiment.SentimentTrainer.Labelled;
import dev.linnet.nlp.sentiment.WordLore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet train-sentiment}: a model of moods from labelled posts of one's own. */
@Command(
        name = "train-sentiment",
        description = "Train a model of moods on labelled posts, for 'linnet sentiment --model'.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line of DATA is 'label<TAB>text'; the label is negative, neutral or positive, or",
            "0, 1 or 2. Each of the three must be there. A thousand posts take some seconds.",
            "",
            "What the model that ships knows of words is kept, unless --lexicon or --vectors say",
            "other: for words that no post of yours holds.",
            "",
            "Example:  linnet train-sentiment posts.tsv --out mine.model.gz"
        })
final class TrainSentimentCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(paramLabel = "DATA", description = "Labelled posts, UTF-8, plain or .gz.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The file to write the model to.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same posts and seed make the same model; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--lexicon",
            paramLabel = "FILE",
            description = "Moods of words, 'word<TAB>number' a line, pleasant above 0; may be given again.")
    private List<Path> lexicons = new ArrayList<>();

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            description =
                    "Vectors of words, a word and its numbers a line, as GloVe's, or CoreNLP's english-embeddings.ser.gz.")
    private @Nullable Path vectors;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<Labelled> posts = posts();
        WordLore lore = lore();
        err.println("linnet: training on " + posts.size() + " posts …");
        train(posts, lore);
        err.println("linnet: wrote " + out + "; use it with: linnet sentiment --model " + out);
        return 0;
    }

    private List<Labelled> posts() {
        try {
            return LabelledPosts.read(data);
        } catch (NoSuchFileException e) {
            throw CommandException.usage(data + ": there is no such file; check the path");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw CommandException.usage(data + " cannot be read: " + e.getMessage());
        }
    }

    private WordLore lore() {
        if (lexicons.isEmpty() && vectors == null) {
            return WordLore.shipped();
        }
        try {
            return WordLore.read(lexicons, vectors);
        } catch (NoSuchFileException e) {
            throw CommandException.usage(e.getFile() + ": there is no such file; check the path");
        } catch (IOException | java.io.UncheckedIOException e) {
            throw CommandException.usage("the lexicon or the vectors cannot be read: " + e.getMessage());
        }
    }

    /** Into a file beside it first, so that a model in use is replaced whole or not at all. */
    private void train(List<Labelled> posts, WordLore lore) {
        Path fresh = out.resolveSibling(out.getFileName() + ".part");
        try {
            new SentimentTrainer(PostReaderOptions.defaults().maxTokens(), seed, lore).train(posts, fresh);
            Files.move(fresh, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(data + ": " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.failed(
                    out + " cannot be written: " + e + "; name another file, or free the disk", e);
        }
    }
}
