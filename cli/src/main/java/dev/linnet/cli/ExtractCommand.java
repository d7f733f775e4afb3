package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.Blog;
import dev.linnet.keywords.mining.PageReader;
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

/** {@code linnet extract}: the article on a page, as plain text. */
@Command(
        name = "extract",
        description =
                "Write the article on each page as plain text, without menus, comments, notices and related links.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Texts go to stdout, parted by a line with a form feed; paragraphs are parted by a",
            "blank line. What cannot be read is told, and the rest goes on.",
            "",
            "Examples:  linnet extract https://example.org/2026/a-post.html",
            "           linnet extract pages/*.html.gz --out texts/"
        })
final class ExtractCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "URL|FILE",
            description = "Addresses, and HTML, Markdown or text files, plain or .gz.")
    private List<String> sources = List.of();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write a file for each page, named as it is, ending in .txt.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            description = "Write a JSON object a line: id, title, published, author, language, tags, text.")
    private boolean json;

    @Mixin
    private final LoopbackOption loopback = new LoopbackOption();

    @Override
    public Integer call() {
        TextFolder folder = out == null ? null : TextFolder.open(out);
        PageReader reader = new PageReader(loopback.rules());
        int read = 0;
        for (int i = 0; i < sources.size(); i++) {
            Blog page = read(reader, i);
            for (Article article : page.articles()) {
                write(article, folder, read++ == 0);
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().getOut().flush();
        if (folder != null && read > 0) {
            err.println("linnet: wrote " + folder.told());
        }
        if (read == 0) {
            throw CommandException.failed("nothing could be read", null);
        }
        return 0;
    }

    private Blog read(PageReader reader, int i) {
        PrintWriter err = spec.commandLine().getErr();
        Blog page;
        try (LiveLine line = new LiveLine(err)) {
            line.step(sources.get(i), i, sources.size());
            page = reader.read(sources.get(i));
        }
        page.problems().forEach(problem -> err.println("linnet: " + problem.sentence()));
        return page;
    }

    private void write(Article article, @Nullable TextFolder folder, boolean first) {
        PrintWriter stdout = spec.commandLine().getOut();
        if (folder != null) {
            folder.write(article.id(), article.text() + "\n");
        }
        if (json) {
            stdout.println(json(article));
        } else if (folder == null) {
            stdout.print(first ? "" : "\f\n");
            stdout.println(article.text());
        }
    }

    private static String json(Article article) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", article.id());
        node.put("title", article.title());
        node.put("published", article.published() == null ? null : String.valueOf(article.published()));
        node.put("author", article.author());
        node.put("language", article.language());
        article.tags().forEach(node.putArray("tags")::add);
        node.put("text", article.text());
        return node.toString();
    }
}
