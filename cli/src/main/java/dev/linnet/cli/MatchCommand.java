package dev.linnet.cli;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.mining.vocabulary.VocabularyFile;
import dev.linnet.pipeline.source.InputFiles;
import dev.linnet.pipeline.source.RecordBatches;
import dev.linnet.pipeline.source.UnreadableInputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet match}: which posts use a vocabulary's keywords, and which ones. */
@Command(
        name = "match",
        description = "Find the posts that use a vocabulary's keywords, as the job does.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A record is a line of JSON in the shape of X v1.1, X v2, Jetstream or Mastodon. A",
            "line is 'id<TAB>keyword, keyword…'; the id is the record's own, also of a repost.",
            "Posts with a muted topic are left out; trusted authors count for nothing here.",
            "",
            "Examples:  linnet match --vocabulary linnet-vocabulary.yaml stream/",
            "           bzcat posts.json.bz2 | linnet match --vocabulary words.txt --count"
        })
final class MatchCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Option(
            names = "--vocabulary",
            required = true,
            paramLabel = "FILE",
            description = "The keywords: YAML, or a list with one a line.")
    private Path vocabulary = Path.of("linnet-vocabulary.yaml");

    @Parameters(
            arity = "0..*",
            paramLabel = "POSTS",
            description = "Files and folders of JSON lines, plain, .gz or .bz2; stdin by itself.")
    private List<String> posts = List.of();

    @Option(names = "--count", description = "Write only how many match.")
    private boolean count;

    @Option(
            names = "--json",
            description = "Write a JSON object a line: id, platform, original (of a repost), keywords.")
    private boolean json;

    @Override
    public Integer call() {
        Matching matching =
                new Matching(vocabulary(), spec.commandLine().getOut(), count ? null : Matching.lines(json));
        boolean wanted = posts.isEmpty()
                ? RecordBatches.ofStream(System.in, "stdin", matching)
                : files().stream().allMatch(file -> RecordBatches.ofFile(file, matching));
        if (!wanted) {
            return 0; // whoever read the output has seen enough
        }
        if (count) {
            spec.commandLine().getOut().println(matching.matched());
        }
        spec.commandLine().getOut().flush();
        return tell(matching);
    }

    private int tell(Matching matching) {
        PrintWriter err = spec.commandLine().getErr();
        matching.unparseable()
                .forEach((reason, records) -> err.println("linnet: " + records + (records == 1 ? " record" : " records")
                        + " may match but cannot be read: " + reason));
        matching.problems().forEach(problem -> err.println("linnet: " + problem));
        return matching.problems().isEmpty() ? 0 : 1;
    }

    private Vocabulary vocabulary() {
        try {
            return VocabularyFile.read(vocabulary).vocabulary();
        } catch (IOException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private List<Path> files() {
        try {
            return InputFiles.list(posts).files();
        } catch (UnreadableInputException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }
}
