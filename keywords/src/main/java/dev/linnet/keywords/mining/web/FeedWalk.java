package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Article;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Goes through a site's feeds, from page to page where they have several. */
final class FeedWalk {
    /** Where feeds lie when no page names them. */
    private static final List<String> USUAL =
            List.of("feed", "feed.xml", "rss.xml", "atom.xml", "index.xml", "feed.json", "rss");

    private static final int MOST_PAGES = 200;

    private final SiteReader.Listener listener;
    private final Taking taking;

    FeedWalk(SiteReader.Listener listener, Taking taking) {
        this.listener = listener;
        this.taking = taking;
    }

    static boolean isFeed(String text) {
        return Feeds.isXmlFeed(text) || Feeds.isJsonFeed(text);
    }

    /** Reads the first feed that a page names and that can be read. */
    void named(Document page) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Element link : page.select("link[rel~=(?i)alternate][type~=(?i)rss|atom|feed.json][href]")) {
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
                Fetched answer = taking.fetcher().get(address);
                String text = answer.text();
                if (!isFeed(text)) {
                    throw new FetchException(
                            address, "the page calls it its feed, but it is none", "tell the site's owner");
                }
                read(answer.address(), text);
                return;
            } catch (FetchException e) {
                listener.problem(e);
            }
        }
    }

    /** Reads a feed at one of the usual places. Most sites have none there, so that is no problem. */
    void usual(String front) {
        for (String name : USUAL) {
            try {
                Fetched answer =
                        taking.fetcher().get(URI.create(front).resolve(name).toString());
                String text = answer.text();
                if (isFeed(text)) {
                    read(answer.address(), text);
                    return;
                }
            } catch (FetchException | IllegalArgumentException e) {
                continue;
            }
        }
    }

    /** Reads a feed and the pages that follow it. */
    void read(String address, String text) throws FetchException {
        Set<String> seen = new HashSet<>(Set.of(address));
        String at = address;
        String page = text;
        for (int number = 1; number <= MOST_PAGES; number++) {
            int fresh = entries(at, page);
            String next = fresh == 0 || !taking.mayGoOn() ? null : Feeds.next(at, page, address, number + 1);
            Fetched answer = next == null || !seen.add(next) ? null : following(next);
            if (answer == null) {
                return;
            }
            at = answer.address();
            page = answer.text();
        }
    }

    /** A following page; null when there is none, as a feed that counts its pages tells by a 404. */
    private @Nullable Fetched following(String address) {
        try {
            Fetched answer = taking.fetcher().get(address);
            return isFeed(answer.text()) ? answer : null;
        } catch (FetchException e) {
            if (!e.isMissing()) {
                listener.problem(e);
            }
            return null;
        }
    }

    /** Takes a page's entries; how many of them are new. */
    private int entries(String address, String text) throws FetchException {
        List<FeedEntry> entries = Feeds.parse(address, text);
        if (entries.isEmpty() && taking.taken() == 0) {
            throw new FetchException(address, "the feed has no entries", "name a feed with posts in it");
        }
        listener.expect(entries.size());
        int fresh = 0;
        for (FeedEntry entry : entries) {
            String id = entry.article().id();
            if (listener.has(id)) {
                listener.step(id);
                continue;
            }
            if (taking.full(address)) {
                return fresh;
            }
            fresh++;
            taking.article(entry.whole() ? entry.article() : whole(entry.article()), id);
            listener.step(id);
        }
        return fresh;
    }

    /** The post itself, where the feed has only its beginning; what the feed says where the post can't be read. */
    private Article whole(Article beginning) {
        try {
            Fetched page = taking.fetcher().get(beginning.id());
            Article full = Taking.extract(page.text(), beginning.id());
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
}
