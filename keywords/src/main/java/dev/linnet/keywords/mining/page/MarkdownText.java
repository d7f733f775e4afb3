package dev.linnet.keywords.mining.page;

import java.util.regex.Pattern;

/** Markdown as plain text: marks, code, link targets and embedded HTML taken away, paragraphs kept. */
final class MarkdownText {
    private static final Pattern FENCE = Pattern.compile("(?ms)^[ \\t]*(```|~~~).*?(?:^[ \\t]*\\1[ \\t]*$|\\z)");
    private static final Pattern SHORTCODE = Pattern.compile("\\{[{%].*?[%}]\\}");
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\]\\[]*)\\](?:\\([^()\\s]*(?:\\s+\"[^\"]*\")?\\)|\\[[^\\]]*\\])");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^[ \\t]*\\[[^\\]]+\\]:\\s+\\S+.*$");
    private static final Pattern ADDRESS = Pattern.compile("<?https?://[^\\s>]+>?");
    private static final Pattern HTML = Pattern.compile("<(?:/?[a-zA-Z][^<>]*|!--.*?--)>", Pattern.DOTALL);
    private static final Pattern BLOCK_MARK = Pattern.compile("(?m)^[ \\t]*(?:#{1,6}|>+|[-*+]|\\d{1,3}[.)])[ \\t]+");
    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*(?:[-*_=][ \\t]*){3,}$|^[ \\t|:-]{3,}$");
    private static final Pattern EMPHASIS = Pattern.compile("(\\*{1,3}|(?<!\\w)_{1,3}|~~)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern CODE = Pattern.compile("`+([^`]*)`+");

    private MarkdownText() {}

    static String of(String markdown) {
        String text = markdown.replace("\r\n", "\n");
        text = FENCE.matcher(text).replaceAll("\n");
        text = SHORTCODE.matcher(text).replaceAll(" ");
        text = DEFINITION.matcher(text).replaceAll("");
        text = LINK.matcher(text).replaceAll("$1");
        text = ADDRESS.matcher(text).replaceAll(" ");
        text = HTML.matcher(text).replaceAll(" ");
        text = RULE.matcher(text).replaceAll("");
        // A heading or an item is a block of its own: its words don't run on into the next line.
        text = BLOCK_MARK.matcher(text).replaceAll("\n");
        text = EMPHASIS.matcher(text).replaceAll("$2");
        text = CODE.matcher(text).replaceAll("$1");
        text = text.replaceAll("[ \\t]+", " ").replaceAll("\\n[ \\t]*\\n\\s*", "\n\n");
        return text.replaceAll("(?<!\\n)\\n(?!\\n)", " ").strip();
    }
}
