package dev.linnet.keywords.mining.page;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: blocks parted by a blank line, white space within a block collapsed. */
public final class HtmlText {
    private static final Set<String> SILENT = Set.of(
            "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "head");

    private HtmlText() {}

    /** The text of a piece of HTML, such as a feed entry's body. */
    public static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text of an element and all that it holds. */
    public static String of(Element root) {
        Blocks blocks = new Blocks();
        root.traverse(blocks);
        return blocks.text();
    }

    private static final class Blocks implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder block = new StringBuilder();
        private int silent;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (silent == 0) {
                    block.append(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                if (SILENT.contains(element.normalName())) {
                    silent++;
                } else if (element.normalName().equals("br")) {
                    block.append('\n');
                } else if (breaks(element)) {
                    flush();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (SILENT.contains(element.normalName())) {
                    silent--;
                } else if (breaks(element)) {
                    flush();
                }
            }
        }

        private static boolean breaks(Element element) {
            return element.isBlock()
                    || element.normalName().equals("td")
                    || element.normalName().equals("th");
        }

        private void flush() {
            String text = collapse(block);
            block.setLength(0);
            if (!text.isEmpty()) {
                if (!out.isEmpty()) {
                    out.append("\n\n");
                }
                out.append(text);
            }
        }

        private static String collapse(CharSequence raw) {
            StringBuilder text = new StringBuilder(raw.length());
            boolean space = false;
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    space = true;
                } else if (c != '\u00ad' && c != '\u200b') {
                    if (space && !text.isEmpty()) {
                        text.append(' ');
                    }
                    space = false;
                    text.append(c);
                }
            }
            return text.toString();
        }

        String text() {
            flush();
            return out.toString();
        }
    }
}
