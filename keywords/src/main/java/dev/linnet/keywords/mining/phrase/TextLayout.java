package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Article;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings an article into the layout that sentences are cut from: title first, as a block of its own; words that were
 * parted at a line's end joined; no list of references at the end, whose names and titles are other people's.
 */
final class TextLayout {
    private static final Pattern PARTED = Pattern.compile("(\\p{Ll})-[ \\t]*\\R[ \\t]*(\\p{Ll})");
    private static final Pattern REFERENCES = Pattern.compile(
            "^[ \\t]*(?:\\d+\\.?[ \\t]*)?(?:references|bibliography|literature cited)[ \\t]*:?[ \\t]*$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    /** A first line, with indented lines that continue it, before a line that begins as a sentence does. */
    private static final Pattern FIRST_LINE =
            Pattern.compile("\\A\\s*(\\S[^\\n]*(?:\\n[ \\t]+\\S[^\\n]*){0,3})\\n(?=[\\p{Lu}\\p{N}\"“'(])");

    private static final int LONGEST_TITLE = 250;

    private TextLayout() {}

    static String of(Article article) {
        String text = withoutReferences(
                PARTED.matcher(article.text().replace("\r", "")).replaceAll("$1$2"));
        return article.title().isBlank() ? titleApart(text) : article.title() + "\n\n" + text;
    }

    private static String withoutReferences(String text) {
        Matcher heading = REFERENCES.matcher(text);
        return heading.find(text.length() / 2) ? text.substring(0, heading.start()) : text;
    }

    /** A plain text's first line is its title if it looks like one: short, and not ended as a sentence is. */
    private static String titleApart(String text) {
        Matcher first = FIRST_LINE.matcher(text);
        if (!first.find()) {
            return text;
        }
        String line = first.group(1).strip();
        boolean title = line.length() < LONGEST_TITLE && ".,;:".indexOf(line.charAt(line.length() - 1)) < 0;
        return title ? line + "\n\n" + text.substring(first.end()) : text;
    }
}
