package dev.linnet.keywords.mining.page;

import dev.linnet.keywords.mining.Article;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The article on a page, without its menus, comments, notices and related links. */
public final class MainContent {
    private static final int TOO_SHORT = 200;

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
        Element content =
                new Readability4JExtended(address, page.clone()).parse().getArticleContent();
        String text = content == null ? "" : HtmlText.of(content);
        return text.length() < TOO_SHORT ? longer(text, HtmlText.of(page.body())) : text;
    }

    private static String longer(String a, String b) {
        return a.length() >= b.length() ? a : b;
    }
}
