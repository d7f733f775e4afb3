package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.ReadingRules;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a blog from the web, given any of its addresses: its feed, its sitemap, its front page, or one post. From a front page
 * it goes to the WordPress interface if there is one, else to the feed and the sitemap that the site names.
 */
public final class SiteReader {
    private static final Pattern FEED_NAME = Pattern.compile(
            "(?i).*(?:/(?:feed|rss|atom)/?|\\.(?:rss|atom|rdf)|/(?:feed|rss|atom|index)\\.(?:xml|json))");
    private final ReadingRules rules;
    private final Listener listener;
    private final Taking taking;
    private final FeedWalk feeds;
    private final SitemapWalk sitemaps;

    /** Hears what a site reader finds. */
    public interface Listener {
        /** An article has been read. */
        void article(Article article);

        /** An address could not be read. */
        void problem(FetchException problem);

        /** So many more addresses are known of. */
        void expect(int more);

        /** An address has been dealt with. */
        void step(String address);

        /** Whether an article of this address is there already. */
        boolean has(String address);
    }

    /** A reader for one reading; its deadline starts with the first address. */
    public SiteReader(ReadingRules rules, Listener listener) {
        this.rules = rules;
        this.listener = listener;
        this.taking = new Taking(rules, listener);
        this.feeds = new FeedWalk(listener, taking);
        this.sitemaps = new SitemapWalk(listener, taking);
    }

    /** Reads what an address leads to. */
    public void read(String address) {
        taking.restart();
        listener.expect(1);
        try {
            Fetched page = taking.fetcher().get(address);
            listener.step(address);
            dispatch(page);
        } catch (FetchException e) {
            listener.step(address);
            listener.problem(e);
        }
    }

    private void dispatch(Fetched page) throws FetchException {
        if (page.isBinary()) {
            throw new FetchException(page.address(), "is no text (" + page.mediaType() + ")", "name a page or a feed");
        }
        String text = page.text();
        if (FeedWalk.isFeed(text)) {
            feeds.read(page.address(), text);
        } else if (Sitemaps.isSitemap(text)) {
            pages(sitemaps.posts(page.address(), text), page.address());
        } else {
            if (FEED_NAME.matcher(Taking.path(page.address())).matches()) {
                listener.problem(new FetchException(
                        page.address(),
                        "is called like a feed, but is " + (text.isBlank() ? "empty" : "an HTML page"),
                        "look in the site's pages for the feed's address"));
            }
            site(page, text);
        }
    }

    private void site(Fetched page, String text) throws FetchException {
        Document document = Jsoup.parse(text, page.address());
        if (!isFront(page.address(), document)) {
            taking.article(Taking.extract(text, page.address()), page.address());
            return;
        }
        String wordPress = link(document, "link[rel=https://api.w.org/]");
        if (wordPress != null) {
            wordPress(wordPress, language(document));
        }
        if (taking.taken() == 0) {
            feeds.named(document);
            pages(sitemaps.posts(page.address()), page.address());
        }
        if (taking.taken() == 0) {
            feeds.usual(page.address());
        }
        if (taking.taken() == 0) {
            taking.article(Taking.extract(text, page.address()), page.address());
        }
    }

    /** A front page names a feed or lies at a folder's top, and does not call itself an article. */
    private static boolean isFront(String address, Document document) {
        String kind = document.select("meta[property=og:type]").attr("content").toLowerCase(Locale.ROOT);
        boolean article = kind.equals("article")
                || !document.select("meta[property=article:published_time]").isEmpty();
        if (article) {
            return false;
        }
        String path = Taking.path(address);
        boolean top = path.isEmpty() || path.equals("/") || path.matches("(?i)/(?:index\\.\\w+|[\\w~-]+/?)");
        return top || kind.equals("website") || kind.equals("blog");
    }

    private void wordPress(String root, @Nullable String language) {
        try {
            for (int page = 1; taking.mayGoOn(); page++) {
                String address = WordPress.address(root, page);
                listener.expect(1);
                Fetched answer = taking.fetcher().get(address);
                List<Article> posts = WordPress.posts(address, answer.text(), language);
                listener.step(address);
                takeAll(posts, root);
                if (WordPress.isLast(posts, page, answer.wordPressPages())) {
                    return;
                }
            }
        } catch (FetchException e) {
            listener.problem(e);
        }
    }

    private void takeAll(List<Article> posts, String source) {
        for (Article post : posts) {
            if (taking.full(source)) {
                return;
            }
            taking.article(post, post.id());
        }
    }

    private void pages(List<String> addresses, String source) {
        List<String> fresh = addresses.stream()
                .distinct()
                .filter(page -> !listener.has(page))
                .toList();
        listener.expect(Math.min(fresh.size(), rules.maxArticles()));
        for (String address : fresh) {
            if (taking.full(source)) {
                return;
            }
            try {
                Fetched page = taking.fetcher().get(address);
                if (!page.isBinary()) {
                    taking.article(Taking.extract(page.text(), address), address);
                }
            } catch (FetchException e) {
                listener.problem(e);
            }
            listener.step(address);
        }
    }

    private static @Nullable String link(Document document, String selector) {
        Element link = document.selectFirst(selector);
        String address = link == null ? "" : link.absUrl("href");
        return address.isEmpty() ? null : address;
    }

    private static @Nullable String language(Document document) {
        String language = document.select("html").attr("lang");
        return language.isBlank() ? null : language;
    }
}
