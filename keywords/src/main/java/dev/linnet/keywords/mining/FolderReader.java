package dev.linnet.keywords.mining;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.linnet.keywords.mining.page.Charsets;
import dev.linnet.keywords.mining.page.MainContent;
import dev.linnet.keywords.mining.page.TextFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files and folders of Markdown, HTML and plain text, and X archives. Hidden files and folders are passed over. */
final class FolderReader {
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdx");
    private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
    private static final Set<String> PLAIN = Set.of("txt", "text");

    private final ReadingRules rules;
    private final Gathering gathering;

    FolderReader(ReadingRules rules, Gathering gathering) {
        this.rules = rules;
        this.gathering = gathering;
    }

    void read(Path source) {
        if (Files.exists(source) && XArchive.isArchive(source)) {
            gathering.expect(1);
            archive(source);
        } else if (Files.isDirectory(source)) {
            folder(source);
        } else if (Files.exists(source)) {
            gathering.expect(1);
            file(source, true);
        } else {
            gathering.problem(source.toString(), "there is no such file or folder", "check the path");
        }
    }

    private void folder(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> isText(folder.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            gathering.problem(folder.toString(), "cannot be read (" + e.getMessage() + ")", "check its permissions");
            return;
        }
        if (files.isEmpty()) {
            gathering.problem(
                    folder.toString(),
                    "holds no posts: no .md, .html or .txt file is in it",
                    "name the folder in which the posts themselves lie");
            return;
        }
        if (files.size() > rules.maxArticles()) {
            gathering.problem(
                    folder.toString(),
                    "holds " + files.size() + " posts; the first " + rules.maxArticles() + " are read",
                    "raise the limit if all are wanted");
            files = files.subList(0, rules.maxArticles());
        }
        gathering.expect(files.size());
        files.forEach(file -> file(file, false));
    }

    private void archive(Path archive) {
        try {
            XArchive.ownPosts(archive).forEach(gathering::article);
        } catch (IOException e) {
            gathering.problem(
                    archive.toString(),
                    "is an X archive that cannot be read (" + e.getMessage() + ")",
                    "download or unpack it again");
        }
        gathering.step(archive.toString());
    }

    private static boolean isText(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String ending = ending(String.valueOf(relative.getFileName()));
        return MARKDOWN.contains(ending) || HTML.contains(ending) || PLAIN.contains(ending);
    }

    private void file(Path file, boolean namedByUser) {
        try {
            if (Files.size(file) > rules.maxBytes()) {
                gathering.problem(
                        file.toString(),
                        "is larger than " + (rules.maxBytes() >> 20) + " MiB",
                        "name only files that are posts, or raise the limit");
            } else {
                parse(file, namedByUser);
            }
        } catch (JsonProcessingException e) {
            gathering.problem(
                    file.toString(),
                    "its front matter is not valid: " + e.getOriginalMessage(),
                    "mend the lines between the --- marks");
        } catch (IOException e) {
            gathering.problem(file.toString(), "cannot be read (" + e.getMessage() + ")", "check its permissions");
        }
        gathering.step(file.toString());
    }

    private void parse(Path file, boolean namedByUser) throws IOException {
        String id = file.toString();
        byte[] bytes = Files.readAllBytes(file);
        if (Charsets.isBinary(bytes)) {
            gathering.problem(id, "is not a text", "name Markdown, HTML or text files");
            return;
        }
        gathering.articleUnlessEmpty(id, article(id, String.valueOf(file.getFileName()), bytes), namedByUser);
    }

    /**
     * The article in a file's bytes, or null if it calls itself a draft.
     *
     * @param name the file's name, whose ending tells the format
     */
    static @Nullable Article article(String id, String name, byte[] bytes) throws JsonProcessingException {
        String ending = ending(name);
        if (HTML.contains(ending)) {
            return MainContent.extract(Charsets.html(bytes, null), id);
        }
        String text = Charsets.text(bytes, null);
        if (MARKDOWN.contains(ending)) {
            return TextFiles.markdown(id, name.substring(0, name.length() - ending.length() - 1), text);
        }
        return Charsets.looksLikeHtml(text) ? MainContent.extract(text, id) : TextFiles.plain(id, text);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
