package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.ReadingRules;
import dev.linnet.keywords.mining.page.MainContent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final Pattern NO_POST = Pattern.compile(
            "(?i).*/(?:tags?|categor(?:y|ies)|authors?|page|search|wp-content|comments?)(?:/.*)?|.*\\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|xml|json|css|js)");
    private static final int MOST_SITEMAPS = 50;

    private final ReadingRules rules;
    private final Listener listener;
    private @Nullable Fetcher fetcher;
    private int taken;

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
    }

    /** Reads what an address leads to. */
    public void read(String address) {
        taken = 0;
        listener.expect(1);
        try {
            Fetched page = fetcher().get(address);
            listener.step(address);
            dispatch(page);
        } catch (FetchException e) {
            listener.step(address);
            listener.problem(e);
        }
    }

    /** Made when it is first needed: its certificates take a while to load, and a folder needs none. */
    private Fetcher fetcher() {
        Fetcher made = fetcher == null ? new Fetcher(rules) : fetcher;
        fetcher = made;
        return made;
    }

    private void dispatch(Fetched page) throws FetchException {
        if (page.isBinary()) {
            throw new FetchException(page.address(), "is no text (" + page.mediaType() + ")", "name a page or a feed");
        }
        String text = page.text();
        if (Feeds.isXmlFeed(text) || Feeds.isJsonFeed(text)) {
            feed(page.address(), text);
        } else if (Sitemaps.isSitemap(text)) {
            pages(sitemapPages(page.address(), text, new LinkedHashSet<>()), page.address());
        } else {
            if (FEED_NAME.matcher(path(page.address())).matches()) {
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
            article(MainContent.extract(text, page.address()), page.address());
            return;
        }
        int before = taken;
        String wordPress = link(document, "link[rel=https://api.w.org/]");
        if (wordPress != null) {
            wordPress(wordPress, language(document));
        }
        if (taken == before) {
            feeds(document);
            pages(sitePages(page.address()), page.address());
        }
        if (taken == before) {
            article(MainContent.extract(text, page.address()), page.address());
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
        String path = path(address);
        boolean top = path.isEmpty() || path.equals("/") || path.matches("(?i)/(?:index\\.\\w+|[\\w~-]+/?)");
        return top || kind.equals("website") || kind.equals("blog");
    }

    private void wordPress(String root, @Nullable String language) {
        try {
            for (int page = 1; taken < rules.maxArticles() && !fetcher().outOfTime(); page++) {
                String address = WordPress.address(root, page);
                listener.expect(1);
                Fetched answer = fetcher().get(address);
                List<Article> posts = WordPress.posts(address, answer.text(), language);
                listener.step(address);
                posts.forEach(post -> article(post, post.id()));
                if (WordPress.isLast(posts)) {
                    return;
                }
            }
        } catch (FetchException e) {
            listener.problem(e);
        }
    }

    private void feeds(Document document) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Element link : document.select("link[rel~=(?i)alternate][type~=(?i)rss|atom|feed.json][href]")) {
            // A feed of comments is not the author's.
            if (!(link.attr("title") + link.attr("href"))
                    .toLowerCase(Locale.ROOT)
                    .contains("comment")) {
                addresses.add(link.absUrl("href"));
            }
        }
        addresses.remove("");
        for (String address : addresses) {
            try {
                Fetched page = fetcher().get(address);
                String text = page.text();
                if (!Feeds.isXmlFeed(text) && !Feeds.isJsonFeed(text)) {
                    throw new FetchException(
                            address, "the page calls it its feed, but it is none", "tell the site's owner");
                }
                feed(page.address(), text);
                return;
            } catch (FetchException e) {
                listener.problem(e);
            }
        }
    }

    private void feed(String address, String text) throws FetchException {
        List<FeedEntry> entries = Feeds.parse(address, text);
        if (entries.isEmpty()) {
            throw new FetchException(address, "the feed has no entries", "name a feed with posts in it");
        }
        listener.expect(entries.size());
        for (FeedEntry entry : entries) {
            String id = entry.article().id();
            if (full(address)) {
                return;
            }
            article(entry.whole() ? entry.article() : whole(entry.article()), id);
            listener.step(id);
        }
    }

    /** The post itself, where the feed has only its beginning; what the feed says where the post can't be read. */
    private Article whole(Article beginning) {
        try {
            Fetched page = fetcher().get(beginning.id());
            Article full = MainContent.extract(page.text(), beginning.id());
            return full.text().length() <= beginning.text().length()
                    ? beginning
                    : new Article(
                            beginning.id(),
                            beginning.title().isBlank() ? full.title() : beginning.title(),
                            full.text(),
                            beginning.published() == null ? full.published() : beginning.published(),
                            beginning.author() == null ? full.author() : beginning.author(),
                            full.language(),
                            beginning.tags().isEmpty() ? full.tags() : beginning.tags());
        } catch (FetchException e) {
            listener.problem(e);
            return beginning;
        }
    }

    private List<String> sitePages(String front) {
        List<String> named = new ArrayList<>(fetcher().sitemaps(front));
        if (named.isEmpty()) {
            named.add(URI.create(front).resolve("/sitemap.xml").toString());
        }
        Set<String> seen = new LinkedHashSet<>();
        List<String> pages = new ArrayList<>();
        for (String sitemap : named) {
            try {
                Fetched answer = fetcher().get(sitemap);
                String text = answer.text();
                if (Sitemaps.isSitemap(text)) {
                    pages.addAll(sitemapPages(sitemap, text, seen));
                }
            } catch (FetchException e) {
                // Many sites have no sitemap; the feed or the page itself serve then.
                continue;
            }
        }
        String base = front.substring(0, front.lastIndexOf('/') + 1);
        pages.removeIf(page -> !page.startsWith(base) || page.equals(front));
        return pages;
    }

    private List<String> sitemapPages(String address, String text, Set<String> seen) {
        List<String> listed = Sitemaps.addresses(text);
        if (!Sitemaps.isIndex(text)) {
            return listed.stream()
                    .filter(page -> !NO_POST.matcher(path(page)).matches())
                    .filter(page -> path(page).length() > 1)
                    .toList();
        }
        List<String> pages = new ArrayList<>();
        for (String sitemap : listed) {
            if (seen.size() < MOST_SITEMAPS && seen.add(sitemap) && !sitemap.equals(address)) {
                try {
                    pages.addAll(sitemapPages(sitemap, fetcher().get(sitemap).text(), seen));
                } catch (FetchException e) {
                    listener.problem(e);
                }
            }
        }
        return pages;
    }

    private void pages(List<String> addresses, String source) {
        List<String> fresh = addresses.stream()
                .distinct()
                .filter(page -> !listener.has(page))
                .toList();
        listener.expect(Math.min(fresh.size(), rules.maxArticles()));
        for (String address : fresh) {
            if (full(source)) {
                return;
            }
            try {
                Fetched page = fetcher().get(address);
                if (!page.isBinary()) {
                    article(MainContent.extract(page.text(), address), address);
                }
            } catch (FetchException e) {
                listener.problem(e);
            }
            listener.step(address);
        }
    }

    private boolean full(String source) {
        if (taken >= rules.maxArticles()) {
            listener.problem(new FetchException(
                    source,
                    "has more than " + rules.maxArticles() + " posts; the newest are read",
                    "raise the limit if all are wanted"));
            return true;
        }
        if (fetcher().outOfTime()) {
            listener.problem(new FetchException(
                    source,
                    "the time for the whole reading is over; " + taken + " posts were read",
                    "start again: what was read is in the cache"));
            return true;
        }
        return false;
    }

    private void article(Article article, String address) {
        if (article.text().isBlank()) {
            listener.problem(new FetchException(address, "holds no text", "name a page with a post in it"));
        } else {
            taken++;
            listener.article(article);
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

    private static String path(String address) {
        try {
            String path = URI.create(address).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
