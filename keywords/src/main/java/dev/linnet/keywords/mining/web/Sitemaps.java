package dev.linnet.keywords.mining.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Sitemaps, read with a parser that knows no entities. */
final class Sitemaps {
    private static final Pattern ROOT = Pattern.compile(
            "(?s)\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:(?><!--.*?-->|<\\?.*?\\?>)\\s*)*+<(?:\\w+:)?(urlset|sitemapindex)\\b");

    private Sitemaps() {}

    static boolean isSitemap(String text) {
        return ROOT.matcher(text.substring(0, Math.min(text.length(), 4_096))).find();
    }

    static boolean isIndex(String text) {
        Matcher root = ROOT.matcher(text.substring(0, Math.min(text.length(), 4_096)));
        return root.find() && "sitemapindex".equals(root.group(1));
    }

    /** The addresses that a sitemap lists, newest first where it gives dates. */
    static List<String> addresses(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        List<Element> entries = new ArrayList<>(document.select("url, sitemap"));
        entries.sort((a, b) -> lastModified(b).compareTo(lastModified(a)));
        return entries.stream()
                .map(entry -> entry.selectFirst("loc"))
                .filter(loc -> loc != null)
                .map(loc -> loc.text().strip())
                .toList();
    }

    private static String lastModified(Element entry) {
        Element date = entry.selectFirst("lastmod");
        return date == null ? "" : date.text().strip();
    }
}
