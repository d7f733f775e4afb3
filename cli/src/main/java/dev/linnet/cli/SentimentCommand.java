package dev.linnet.cli;

import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.nlp.UnreadablePostException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linnet sentiment}: a text a line in, its mood a line out, in order, as they come. */
@Command(
        name = "sentiment",
        description = "Read a text a line from stdin; write 'label<TAB>score' a line, in order, as they come.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The label is negative, neutral, positive, or unknown where the language has no model;",
            "the score is from -1 to 1.",
            "",
            "Example:  echo 'What a lovely morning' | linnet sentiment"
        })
final class SentimentCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "fast",
            description = "fast (default), parsed, full or off.")
    private SentimentMode mode = SentimentMode.FAST;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            defaultValue = "en",
            description =
                    "The language that the texts are marked with; default: en, so that short lines are read. A"
                            + " line that is clearly in another language is unknown all the same. und leaves it to be detected.")
    private String language = "en";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A model of your own, made by 'linnet train-sentiment'; for mode fast.")
    private @Nullable Path model;

    @Option(names = "--json", description = "Write a JSON object a line, with all that was read from it.")
    private boolean json;

    @Option(
            names = "--explain",
            description = "With --json: the words that the mood comes from, each with what it adds; about as many times"
                    + " slower as a line has words.")
    private boolean explain;

    @Override
    public Integer call() throws IOException {
        if (explain && !json) {
            throw CommandException.usage("--explain goes with --json");
        }
        PrintWriter out = spec.commandLine().getOut();
        PostReader reader = open();
        try (reader;
                BoundedLines in = new BoundedLines(
                        new InputStreamReader(System.in, StandardCharsets.UTF_8),
                        PostReaderOptions.defaults().maxCharacters() + 1)) {
            for (String line = in.next(); line != null; line = in.next()) {
                out.println(answer(reader, line));
                if (!in.ready() || out.checkError()) {
                    out.flush(); // nothing waits: whoever types or pipes sees the answer now
                }
            }
        }
        out.flush();
        return 0;
    }

    private PostReader open() {
        PostReaderOptions options = PostReaderOptions.defaults().withSentimentMode(mode);
        try {
            if (model == null) {
                return PostReader.open(options);
            }
            if (mode != SentimentMode.FAST) {
                throw CommandException.usage("--model goes with --mode fast");
            }
            return PostReader.open(options, model);
        } catch (NoSuchFileException e) {
            throw CommandException.usage("there is no model " + model + "; make one with: linnet train-sentiment");
        } catch (IOException e) {
            throw CommandException.usage(e.getMessage() + "; models are made with: linnet train-sentiment");
        } catch (IllegalStateException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private String answer(PostReader reader, String line) {
        try {
            Reading reading = reader.read(line, language);
            return json
                    ? ReadingJson.of(reading, explain ? reader.explain(reading) : null)
                    : plain(
                            reading.sentiment().label().tag(),
                            reading.sentiment().score());
        } catch (UnreadablePostException e) {
            spec.commandLine().getErr().println("linnet: a line could not be read: " + e.getMessage());
            return json ? ReadingJson.unreadable(String.valueOf(e.getMessage())) : plain("unknown", 0);
        }
    }

    private static String plain(String label, double score) {
        return String.format(Locale.ROOT, "%s\t%.4f", label, score);
    }
}
