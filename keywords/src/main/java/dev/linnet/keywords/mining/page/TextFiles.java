package dev.linnet.keywords.mining.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.linnet.keywords.mining.Article;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markdown and plain text files to articles. */
public final class TextFiles {
    private static final Pattern HEADING =
            Pattern.compile("\\A\\s*#[ \\t]+(.+?)[ \\t]*#*[ \\t]*\\R|\\A\\s*(\\S.*)\\R=+[ \\t]*\\R");
    private static final Pattern NAME_DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[-_ ]?(.*)");

    private TextFiles() {}

    /**
     * A Markdown file, with or without front matter.
     *
     * @param id the article's id
     * @param name the file's name without its ending, which gives date and title where the head has none
     * @return the article, or null if the file calls itself a draft
     * @throws JsonProcessingException if the front matter is not valid
     */
    public static @Nullable Article markdown(String id, String name, String file) throws JsonProcessingException {
        FrontMatter head = FrontMatter.split(file.startsWith("\uFEFF") ? file.substring(1) : file);
        if (head.draft()) {
            return null;
        }
        String body = head.body();
        String title = head.title();
        Matcher heading = HEADING.matcher(body);
        if (heading.find()) {
            String words = heading.group(1) != null ? heading.group(1) : heading.group(2);
            title = title.isBlank() ? words : title;
            body = body.substring(heading.end());
        }
        Matcher dated = NAME_DATE.matcher(name);
        boolean hasDate = dated.matches();
        if (title.isBlank()) {
            title = (hasDate ? dated.group(2) : name)
                    .replace('-', ' ')
                    .replace('_', ' ')
                    .strip();
        }
        String text = MarkdownText.of(body);
        return new Article(
                id,
                MarkdownText.of(title),
                text,
                head.published() == null && hasDate ? Dates.parse(dated.group(1)) : head.published(),
                head.author(),
                Languages.of(text, head.language()),
                head.tags());
    }

    /** A plain text file. It has no title: its first line is part of the text. */
    public static Article plain(String id, String file) {
        String text = file.startsWith("\uFEFF") ? file.substring(1) : file;
        return new Article(id, "", text.strip(), null, null, Languages.of(text, null), List.of());
    }
}
