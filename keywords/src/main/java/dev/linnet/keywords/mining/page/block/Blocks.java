package dev.linnet.keywords.mining.page.block;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Reads a page's blocks, in one walk that takes time linear in its size, however deep it is nested. */
final class Blocks implements NodeVisitor {
    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "select",
            "button",
            "head",
            "textarea",
            "audio",
            "video",
            "canvas",
            "datalist",
            "input");
    private static final Pattern HIDES = Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private static final String COMMAS = ",\u060c\u3001\uff0c\u3002";

    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Integer> tagKinds = new HashMap<>();
    private final Map<String, Integer> nameKinds = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private Place place = new Place(null, "html", "", "", 0, false);
    private final Place root = place;
    private int silent;
    private int inLink;
    private int inEmphasis;
    private int linked;
    private int links;
    private int emphasised;
    private int breaks;
    private boolean leading;

    private Blocks() {}

    /** The blocks of an element, in the order of the page. */
    static List<Block> of(Element page) {
        Blocks walk = new Blocks();
        page.traverse(walk);
        walk.flush();
        return walk.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            if (silent == 0) {
                add(words.getWholeText());
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        String tag = element.normalName();
        if (SILENT.contains(tag)) {
            silent++;
        } else if (tag.equals("br")) {
            text.append('\n');
            // Two in a row are how old pages part paragraphs.
            if (++breaks == 2) {
                flush();
            }
        } else if (parts(element)) {
            flush();
            place = new Place(place, tag, style(element), element.id(), kinds(element), hides(element));
        } else if (tag.equals("a")) {
            inLink++;
            links++;
        } else if (emphasises(tag)) {
            inEmphasis++;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            String tag = element.normalName();
            if (SILENT.contains(tag)) {
                silent--;
            } else if (tag.equals("a")) {
                inLink--;
            } else if (parts(element)) {
                flush();
                close();
            } else if (emphasises(tag)) {
                inEmphasis--;
            }
        }
    }

    private void close() {
        place.close();
        place = place.parent == null ? root : place.parent;
    }

    private void add(String words) {
        int before = text.length();
        collapse(words);
        int added = text.length() - before;
        if (added > 1 || added == 1 && !Character.isWhitespace(text.charAt(before))) {
            breaks = 0;
        }
        if (before == 0 && text.length() > 0) {
            leading = inLink > 0;
        }
        linked += inLink > 0 ? added : 0;
        emphasised += inEmphasis > 0 ? added : 0;
    }

    private void collapse(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            } else if (c != '\u00ad' && c != '\u200b') {
                text.append(c);
            }
        }
    }

    private void flush() {
        String words = text.toString().replaceAll("\\s*\\n\\s*", " ").strip();
        if (!words.isEmpty()) {
            Block block = new Block(place, words, linked, links, emphasised, leading);
            blocks.add(block);
            place.chars += words.length();
            place.linked += block.linked;
            place.blocks++;
            if (block.isProse()) {
                countProse(words);
            }
        }
        text.setLength(0);
        linked = 0;
        emphasised = 0;
        leading = false;
        links = inLink > 0 ? 1 : 0;
        breaks = 0;
    }

    /** Readability's score: a point for a paragraph, one for each comma and each 100 characters up to 300. */
    private void countProse(String words) {
        place.prose += words.length();
        double score =
                1 + words.chars().filter(c -> COMMAS.indexOf(c) >= 0).count() + Math.min(3, words.length() / 100);
        Place holder = place.tag.equals("p") || place.tag.equals("li") ? place.up(1) : place;
        holder.score += score;
        holder.up(1).score += score / 2;
    }

    private static boolean parts(Element element) {
        String tag = element.normalName();
        return !tag.equals("a") && (element.isBlock() || tag.equals("td") || tag.equals("th") || tag.equals("option"));
    }

    private static boolean emphasises(String tag) {
        return tag.equals("b") || tag.equals("strong") || tag.equals("i") || tag.equals("em");
    }

    private static boolean hides(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || element.hasAttr("style")
                        && HIDES.matcher(element.attr("style")).find();
    }

    private static String style(Element element) {
        return element.normalName() + "." + element.className();
    }

    private int kinds(Element element) {
        String tag = element.normalName();
        String role = element.attr("role");
        int said = tagKinds.computeIfAbsent(tag + ' ' + role, key -> Kind.ofTag(tag, role));
        return tag.equals("body") ? said : said | named(element.className()) | named(element.id());
    }

    /** A page has few classes on many elements. */
    private int named(String name) {
        return name.isEmpty() ? 0 : nameKinds.computeIfAbsent(name, Kind::ofName);
    }
}
