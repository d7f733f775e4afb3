package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.cli.phrases.PhraseFinding;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.nlp.PostReader;
import dev.linnet.nlp.PostReaderOptions;
import dev.linnet.nlp.SentimentMode;
import dev.linnet.pipeline.phrases.HeldPost;
import dev.linnet.pipeline.phrases.RankedPhrase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet phrases}: the phrases of posts that nobody tracks and that would lead to more wanted ones. */
@Command(
        name = "phrases",
        description = "Read posts, a JSON object a line; write phrases worth tracking: 'phrase<TAB>authors<TAB>score'.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A post: {\"text\":\"...\",\"author\":\"...\",\"created_at\":\"2026-05-01T09:00:00Z\",\"relevance\":0.8}",
            "All but the text may be missing; without any relevance every post counts as wanted.",
            "",
            "Example:  linnet phrases --keyword storm posts.jsonl"
        })
final class PhrasesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Option(
            names = "--keyword",
            paramLabel = "TEXT",
            description = "What is tracked already; may be given several times.")
    private List<String> keywords = List.of();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many phrases; default: ${DEFAULT-VALUE}.")
    private int most = 10;

    @Option(
            names = "--json",
            description = "Write a JSON object a line, with the share of wanted posts and an example.")
    private boolean json;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Posts, a JSON object a line; stdin where none is named.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        check();
        try (PostReader reader = PostReader.open(PostReaderOptions.defaults().withSentimentMode(SentimentMode.OFF))) {
            PhraseFinding finding =
                    new PhraseFinding(keywords, reader, spec.commandLine().getErr());
            int wrong = read(finding);
            PrintWriter out = spec.commandLine().getOut();
            finding.best(most).forEach(phrase -> out.println(json ? json(phrase) : plain(phrase)));
            out.flush();
            return wrong == 0 ? 0 : 1;
        }
    }

    private void check() {
        if (most < 1) {
            throw CommandException.usage("--most must be 1 or more, but is " + most);
        }
        for (String keyword : keywords) {
            if (!KeywordMatcher.canMatch(keyword)) {
                throw CommandException.usage("the keyword \"" + keyword + "\" has no letter to look for");
            }
        }
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw CommandException.usage("there is no file " + file + " that can be read");
            }
        }
    }

    private int read(PhraseFinding finding) throws IOException {
        int wrong = 0;
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                wrong += finding.read(file.toString(), lines);
            }
        }
        if (files.isEmpty()) {
            wrong +=
                    finding.read("stdin", new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        return wrong;
    }

    private static String plain(RankedPhrase phrase) {
        return String.format(Locale.ROOT, "%s\t%d\t%.2f", phrase.phrase(), phrase.authors(), phrase.score());
    }

    private static String json(RankedPhrase phrase) {
        String example = phrase.holding().stream()
                .map(HeldPost::post)
                .max(Comparator.comparingDouble(post -> post.relevance()))
                .map(post -> post.text())
                .orElse("");
        return JSON.createObjectNode()
                .put("phrase", phrase.phrase())
                .put("authors", phrase.authors())
                .put("posts", phrase.posts())
                .put("share", phrase.share())
                .put("adds", phrase.adds())
                .put("score", phrase.score())
                .put("example", example)
                .toString();
    }
}
