package dev.linnet.keywords.mining.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds a site's posts in its sitemaps: those that robots.txt names, else those at the usual places. */
final class SitemapWalk {
    private static final List<String> USUAL = List.of("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml");
    private static final Pattern NO_POST = Pattern.compile(
            "(?i).*/(?:tags?|categor(?:y|ies)|authors?|page|search|wp-content|comments?)(?:/.*)?|.*\\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|xml|json|css|js)");
    private static final int MOST_SITEMAPS = 50;

    private final SiteReader.Listener listener;
    private final Taking taking;

    SitemapWalk(SiteReader.Listener listener, Taking taking) {
        this.listener = listener;
        this.taking = taking;
    }

    /** The posts below a front page. */
    List<String> posts(String front) {
        List<String> named = taking.fetcher().sitemaps(front);
        Set<String> seen = new LinkedHashSet<>();
        List<String> pages = new ArrayList<>();
        for (String sitemap : named.isEmpty() ? USUAL : named) {
            try {
                String address = URI.create(front).resolve(sitemap).toString();
                Fetched answer = taking.fetcher().get(address);
                String text = answer.text();
                if (Sitemaps.isSitemap(text)) {
                    pages.addAll(posts(address, text, seen));
                }
            } catch (FetchException | IllegalArgumentException e) {
                // Many sites have no sitemap; the feed or the page itself serve then.
                continue;
            }
            if (named.isEmpty() && !pages.isEmpty()) {
                break;
            }
        }
        String base = front.substring(0, front.lastIndexOf('/') + 1);
        pages.removeIf(page -> !page.startsWith(base) || page.equals(front));
        return pages;
    }

    /** The posts of a sitemap, or of all that an index names. */
    List<String> posts(String address, String text) {
        return posts(address, text, new LinkedHashSet<>());
    }

    private List<String> posts(String address, String text, Set<String> seen) {
        List<String> listed = Sitemaps.addresses(text);
        if (!Sitemaps.isIndex(text)) {
            return listed.stream()
                    .filter(page -> !NO_POST.matcher(Taking.path(page)).matches())
                    .filter(page -> Taking.path(page).length() > 1)
                    .toList();
        }
        List<String> pages = new ArrayList<>();
        for (String sitemap : listed) {
            if (seen.size() < MOST_SITEMAPS && seen.add(sitemap) && !sitemap.equals(address)) {
                try {
                    pages.addAll(posts(sitemap, taking.fetcher().get(sitemap).text(), seen));
                } catch (FetchException e) {
                    listener.problem(e);
                }
            }
        }
        return pages;
    }
}
