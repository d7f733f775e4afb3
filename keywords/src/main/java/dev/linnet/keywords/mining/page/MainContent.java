package dev.linnet.keywords.mining.page;

import dev.linnet.keywords.mining.Article;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The article on a page, without its menus, comments, notices and related links. */
public final class MainContent {
    private static final Logger LOG = LoggerFactory.getLogger(MainContent.class);
    private static final Pattern URI_START = Pattern.compile("(?i)https?://");
    private static final int TOO_SHORT = 200;
    private static final int DEEPEST = 200;

    private MainContent() {}

    /**
     * Finds the article on a page.
     *
     * @param html the page
     * @param address where it came from, which becomes the article's id; may be a file's path
     */
    public static Article extract(String html, String address) {
        Document page = Jsoup.parse(html, address);
        PageMetadata told = PageMetadata.of(page);
        String text = text(page, address);
        return new Article(
                address,
                told.title(),
                text,
                told.published(),
                told.author(),
                Languages.of(text, told.language()),
                told.tags());
    }

    private static String text(Document page, String address) {
        if (depth(page) > DEEPEST) {
            // No page is built like this; looking for an article in it would take time squared.
            return HtmlText.of(page.body());
        }
        Document bare = page.clone();
        Boilerplate.strip(bare);
        String text = readable(bare, address);
        if (text.length() < TOO_SHORT) {
            text = longer(text, readable(page, address));
        }
        return text.length() < TOO_SHORT ? longer(text, HtmlText.of(bare.body())) : text;
    }

    private static int depth(Document page) {
        int[] deepest = {0};
        page.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth));
        return deepest[0];
    }

    private static String readable(Document page, String address) {
        String base = URI_START.matcher(address).lookingAt() && isUri(address) ? address : "http://localhost/";
        try {
            Element content =
                    new Readability4JExtended(base, page.clone()).parse().getArticleContent();
            if (content == null) {
                return "";
            }
            Boilerplate.stripLinks(content);
            return HtmlText.of(content)
                    .lines()
                    .filter(line -> !Boilerplate.leadsElsewhere(line))
                    .collect(Collectors.joining("\n"));
        } catch (RuntimeException e) {
            // The library gives up on some torn pages; their whole text is better than none.
            LOG.debug("Readability fails on {}", address, e);
            return "";
        }
    }

    private static boolean isUri(String address) {
        try {
            return new URI(address).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String longer(String a, String b) {
        return a.length() >= b.length() ? a : b;
    }
}
