package dev.linnet.cli;

import dev.linnet.keywords.mining.Blog;
import dev.linnet.keywords.mining.BlogReader;
import dev.linnet.keywords.mining.KeyphraseMiner;
import dev.linnet.keywords.mining.MinedKeyword;
import dev.linnet.keywords.mining.ReadingRules;
import dev.linnet.keywords.mining.RepostedAuthor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet keywords}: what an author writes about, from their blog; or the keyphrases of each text. */
@Command(
        name = "keywords",
        description =
                "Mine keywords from a blog: Markdown, HTML and text files, folders of them, an X archive, feeds, sites.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A line is 'rank<TAB>weight<TAB>keyword<TAB>posts<TAB>sentence': a weight of 3 is",
            "the strongest, 1 an ordinary one; posts says how many are about it; the",
            "sentence shows it best. What cannot be read is told, and the rest goes on.",
            "",
            "Examples:  linnet keywords https://blog.example.org --top 20",
            "           linnet keywords posts/ --write linnet-vocabulary.yaml",
            "           linnet keywords posts/ --diff linnet-vocabulary.yaml",
            "           linnet keywords posts/ --each --out phrases/"
        })
final class KeywordsCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    /** As many as the configuration's vocabulary.top has when it is not set. */
    private static final int WRITTEN = 100;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH|URL",
            description = "Files, folders, and addresses of blogs or feeds.")
    private List<String> sources = List.of();

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "How many of the best; default: 50, and 100 with --diff or --write, and all with --each.")
    private @Nullable Integer top;

    @Option(names = "--json", description = "Write a JSON object a line.")
    private boolean json;

    @Option(names = "--each", description = "Mine each text for itself, instead of all as one author's.")
    private boolean each;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "With --each: write a file for each text, named as it is, ending in .txt: "
                    + "'phrase<TAB>weight' a line, best first.")
    private @Nullable Path out;

    @Option(
            names = "--diff",
            paramLabel = "VOCABULARY",
            description = "Write what mining again would change in this vocabulary file: + new, - gone, ~ changed.")
    private @Nullable Path diff;

    @Option(
            names = "--write",
            paramLabel = "VOCABULARY",
            description = "Write the keywords to this vocabulary file, or update it and keep what was edited by hand.")
    private @Nullable Path write;

    @Option(
            names = "--trust-reposts",
            paramLabel = "N",
            description = "With --write and an X archive: trust the authors whom you reposted N times or more.")
    private @Nullable Integer trustReposts;

    @Override
    public Integer call() {
        check();
        VocabularyUpdate update = VocabularyUpdate.of(diff, write); // its mistakes are told before a long reading
        Blog blog = read();
        if (each) {
            new EachDocument(spec, out, json, top == null ? Integer.MAX_VALUE : top).write(blog.articles());
            return 0;
        }
        List<MinedKeyword> mined = new KeyphraseMiner().mine(blog.articles());
        int most = top != null ? top : update.isWanted() ? WRITTEN : SHOWN;
        mined = mined.subList(0, Math.min(most, mined.size()));
        if (mined.isEmpty()) {
            throw CommandException.failed(
                    "no keyword stands out in what was read; name a blog with more posts, or longer ones", null);
        }
        if (update.isWanted()) {
            List<RepostedAuthor> reposted = trustReposts == null ? List.of() : Reposts.of(sources, trustReposts);
            update.carryOut(
                    reposted,
                    mined,
                    blog.articles().size(),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr(),
                    json);
        } else {
            print(mined);
        }
        return 0;
    }

    private void check() {
        if (top != null && top < 1) {
            throw CommandException.usage("--top must be 1 or more, but is " + top);
        }
        if (each && (diff != null || write != null)) {
            throw CommandException.usage(
                    "--each mines every text for itself, a vocabulary all of them together; leave out --each, or --diff"
                            + " and --write");
        }
        if (trustReposts != null && (trustReposts < 1 || write == null)) {
            throw CommandException.usage(
                    write == null
                            ? "--trust-reposts adds authors to a vocabulary file; name it with --write FILE"
                            : "--trust-reposts must be 1 or more, but is " + trustReposts);
        }
        if (each && out == null && !json) {
            throw CommandException.usage(
                    "--each needs --out FOLDER for its files, or --json for a line each to stdout");
        }
        if (out != null && !each) {
            throw CommandException.usage("--out goes with --each; for a vocabulary file take --write FILE");
        }
    }

    private Blog read() {
        ReadingRules rules = reading.rules();
        PrintWriter err = spec.commandLine().getErr();
        Blog blog;
        try (LiveLine line = new LiveLine(err)) {
            blog = new BlogReader(rules).read(sources, line);
        }
        blog.problems().forEach(problem -> err.println("linnet: " + problem.sentence()));
        if (blog.articles().isEmpty()) {
            throw CommandException.failed("nothing could be read", null);
        }
        return blog;
    }

    private void print(List<MinedKeyword> mined) {
        PrintWriter stdout = spec.commandLine().getOut();
        for (int i = 0; i < mined.size(); i++) {
            MinedKeyword keyword = mined.get(i);
            stdout.println(json ? KeywordLines.json(i + 1, keyword) : KeywordLines.plain(i + 1, keyword));
        }
        stdout.flush();
    }
}
