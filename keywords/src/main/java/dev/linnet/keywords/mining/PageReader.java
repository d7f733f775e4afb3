package dev.linnet.keywords.mining;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.linnet.keywords.mining.page.Charsets;
import dev.linnet.keywords.mining.web.FetchException;
import dev.linnet.keywords.mining.web.SinglePages;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads single pages, from files (plain or {@code .gz}) and from the web, for their main content. For one thread. */
public final class PageReader {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

    private final ReadingRules rules;
    private final SinglePages web;

    /** A reader that keeps to these rules. */
    public PageReader(ReadingRules rules) {
        this.rules = rules;
        this.web = new SinglePages(rules);
    }

    /**
     * Reads one page.
     *
     * @param source the path of an HTML, Markdown or text file, or an http or https address; it becomes the article's id
     * @return one article, or else one problem that says why there is none
     */
    public Blog read(String source) {
        try {
            return WEB.matcher(source).matches() ? found(source, web.read(source)) : file(source, Path.of(source));
        } catch (FetchException e) {
            return new Blog(List.of(), List.of(e.problem()));
        } catch (InvalidPathException e) {
            return problem(source, "is neither a path nor an address", "write a path, or https://…");
        } catch (JsonProcessingException e) {
            return problem(
                    source,
                    "its front matter is not valid: " + e.getOriginalMessage(),
                    "mend the lines between the --- marks");
        } catch (EOFException | ZipException e) {
            return problem(source, "is damaged or cut short (" + e.getMessage() + ")", "fetch it again");
        } catch (IOException e) {
            return problem(source, "cannot be read (" + e.getMessage() + ")", "check its permissions");
        }
    }

    private Blog file(String source, Path file) throws IOException {
        if (!Files.exists(file)) {
            return problem(source, "there is no such file", "check the path");
        }
        if (Files.isDirectory(file)) {
            return problem(source, "is a folder", "name the pages in it, such as " + file + "/*.html");
        }
        byte[] bytes = bytes(file);
        if (bytes.length > rules.maxBytes()) {
            return problem(source, "is larger than " + (rules.maxBytes() >> 20) + " MiB", "name a page");
        }
        if (Charsets.isBinary(bytes)) {
            return problem(source, "is not a text", "name HTML, Markdown or text files");
        }
        return found(source, FolderReader.article(source, name(file), bytes));
    }

    private static Blog found(String source, @Nullable Article article) {
        return article == null || article.text().isBlank()
                ? problem(source, "holds no text", "name a page with an article on it")
                : new Blog(List.of(article.withId(source)), List.of());
    }

    /** One byte more than may be read, if it is longer. */
    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = isPacked(file) ? new GZIPInputStream(in) : in) {
            return plain.readNBytes(rules.maxBytes() + 1);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return isPacked(file) ? name.substring(0, name.length() - 3) : name;
    }

    private static boolean isPacked(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static Blog problem(String source, String what, String mend) {
        return new Blog(List.of(), List.of(new Problem(source, what, mend)));
    }
}
