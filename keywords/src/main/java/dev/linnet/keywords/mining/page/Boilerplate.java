package dev.linnet.keywords.mining.page;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes off a page what is hardly ever the article's text: menus, sharing buttons, comments, notices, captions, lists of
 * other articles. An element that holds much of the page's text is left in place whatever it is called.
 */
final class Boilerplate {
    private static final String ALWAYS =
            "nav, footer, aside, form, figcaption, dialog, [role=navigation], [role=complementary], [role=dialog], [role=search],"
                    + " [aria-hidden=true], [hidden], [style~=(?i)display\\s*:\\s*none]";
    private static final Pattern NAMED = Pattern.compile("(?i)(?:^|[\\s_-])(?:"
            + "shar(?:e|ing)|social|related|recommend(?:ed|ations?)?|comments?|respond|newsletter|subscri(?:be|ption)|sign-?up"
            + "|cookies?|consent|gdpr|promo(?:ted|tion)?|sponsor(?:ed)?|advert(?:s|isement|ising)?|ads?|banner|breadcrumbs?"
            + "|caption|credits?|byline|tags?|tag-?list|pagination|pager|toolbar|sidebar|popup|modal|widget|footer|menu"
            + "|read-?more|more-?(?:on|from|stories|news)|most-?(?:read|popular)|popular|trending|outbrain|taboola|disqus"
            + "|author-?(?:bio|box|info)|about-?(?:the-?)?author|print|screen-?reader|sr-only|visually-?hidden"
            + ")(?:$|[\\s_-])");
    private static final double LARGE = 0.3;

    private Boilerplate() {}

    static void strip(Document page) {
        Element body = page.body();
        int all = Math.max(1, body.text().length());
        remove(body.select(ALWAYS), all);
        for (Element element : body.select("[class], [id]")) {
            String name = element.className() + " " + element.id();
            if (!element.normalName().equals("body") && NAMED.matcher(name).find()) {
                remove(List.of(element), all);
            }
        }
    }

    /** What is left of the menus and lists in the article found: short blocks that are all links. */
    static void stripLinks(Element article) {
        for (Element block : article.select("p, li, div, ul, ol, h2, h3, h4, h5, h6")) {
            String text = block.text();
            int linked =
                    block.select("a").stream().mapToInt(a -> a.text().length()).sum();
            boolean list = block.normalName().equals("ul") || block.normalName().equals("ol");
            if (!text.isEmpty() && linked > text.length() * (list ? 0.6 : 0.8) && (list || text.length() < 200)) {
                if (block.parent() != null && block != article) {
                    block.remove();
                }
            }
        }
    }

    private static void remove(List<Element> elements, int all) {
        for (Element element : elements) {
            boolean large = element.text().length() > all * LARGE;
            boolean article = element.normalName().equals("article")
                    || element.normalName().equals("main");
            if (element.parent() != null && !large && !article) {
                element.remove();
            }
        }
    }

    /** Words by which a block at the article's end is known to lead elsewhere. */
    static boolean leadsElsewhere(String block) {
        String lower = block.toLowerCase(Locale.ROOT).strip();
        return lower.length() < 80
                && (lower.startsWith("read more")
                        || lower.startsWith("see also")
                        || lower.startsWith("related:")
                        || lower.startsWith("share this")
                        || lower.startsWith("follow us")
                        || lower.startsWith("advertisement"));
    }
}
