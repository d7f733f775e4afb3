package dev.linnet.keywords.mining.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.page.Dates;
import dev.linnet.keywords.mining.page.HtmlText;
import dev.linnet.keywords.mining.page.Languages;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Feeds in RSS, Atom and JSON Feed. A feed with a DOCTYPE is refused: feeds need none, and attacks come by it. */
final class Feeds {
    private static final Pattern XML_FEED = Pattern.compile(
            "(?s)\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:(?><!--.*?-->|<\\?.*?\\?>|<!DOCTYPE[^>\\[]*(?:\\[.*?\\])?\\s*>)\\s*)*+<(?:\\w+:)?(?:rss|feed|RDF)\\b");
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTRY = Pattern.compile("<(?:\\w+:)?(?:item|entry)[\\s>]");
    private static final int HEAD = 8_192;
    private static final int DEEPEST = 250;
    private static final int WHOLE_POST = 600;
    private static final JsonMapper JSON = new JsonMapper();

    private Feeds() {}

    static boolean isXmlFeed(String text) {
        return XML_FEED.matcher(text.substring(0, Math.min(text.length(), HEAD)))
                .find();
    }

    static boolean isJsonFeed(String text) {
        return text.startsWith("{")
                && text.substring(0, Math.min(text.length(), HEAD)).contains("jsonfeed.org/version");
    }

    /** The entries of a feed of any of the three kinds. */
    static List<FeedEntry> parse(String address, String text) throws FetchException {
        return isJsonFeed(text) ? json(address, text) : xml(address, text);
    }

    private static List<FeedEntry> xml(String address, String text) throws FetchException {
        int root = text.indexOf("<", text.indexOf("?>") + 1);
        if (DOCTYPE.matcher(text.substring(Math.max(0, root), Math.min(text.length(), HEAD)))
                .find()) {
            throw new FetchException(
                    address,
                    "the feed has a DOCTYPE, which is not read for safety",
                    "have the feed written without it");
        }
        if (Nesting.isDeeperThan(DEEPEST, text)) {
            throw new FetchException(
                    address,
                    "the feed has elements nested more than " + DEEPEST + " deep, as no feed needs",
                    "have the feed mended, or name the site's page");
        }
        SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
        input.setAllowDoctypes(false);
        input.setXmlHealerOn(true);
        try {
            SyndFeed feed = input.build(new StringReader(text));
            List<FeedEntry> entries = new ArrayList<>();
            for (SyndEntry entry : feed.getEntries()) {
                entries.add(entry(address, feed, entry));
            }
            return entries;
        } catch (ParsingFeedException e) {
            throw new FetchException(
                    address,
                    "the feed is not valid XML, in line " + e.getLineNumber(),
                    "have the feed mended, or name the site's page");
        } catch (FeedException | RuntimeException | StackOverflowError e) {
            throw new FetchException(
                    address,
                    "is no feed that is understood (" + e.getMessage() + ")",
                    "name an RSS, Atom or JSON feed");
        }
    }

    /**
     * Where a feed goes on: where it says so (RFC 5005, JSON Feed's {@code next_url}), and for WordPress, which doesn't say, at
     * its next page.
     *
     * @param address where the text came from
     * @param first the address of the feed's first page
     * @param number the number of the page that is asked for, from 2
     * @return an address, or null if the feed is whole
     */
    static @Nullable String next(String address, String text, String first, int number) {
        if (isJsonFeed(text)) {
            return following(address, jsonNext(text));
        }
        int firstEntry = ENTRY.matcher(text)
                .results()
                .findFirst()
                .map(MatchResult::start)
                .orElse(text.length());
        Document head = Jsoup.parse(text.substring(0, firstEntry), address, Parser.xmlParser());
        for (Element link : head.getElementsByAttributeValueMatching("rel", "^(?:next|prev-archive)$")) {
            if (link.normalName().endsWith("link")) {
                return following(address, link.attr("href"));
            }
        }
        boolean counted =
                head.select("generator").text().toLowerCase(Locale.ROOT).contains("wordpress.org");
        return counted ? first + (first.contains("?") ? "&" : "?") + "paged=" + number : null;
    }

    private static String jsonNext(String text) {
        try {
            return JSON.readTree(text).path("next_url").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private static @Nullable String following(String address, String link) {
        return link.isBlank() ? null : resolve(address, link, null);
    }

    private static FeedEntry entry(String address, SyndFeed feed, SyndEntry entry) {
        StringBuilder html = new StringBuilder();
        for (SyndContent content : entry.getContents()) {
            html.append(content.getValue()).append("\n<p>");
        }
        boolean full = !html.isEmpty();
        SyndContent summary = entry.getDescription();
        if (!full && summary != null && summary.getValue() != null) {
            html.append(summary.getValue());
        }
        String text = HtmlText.of(html.toString());
        String link = entry.getLink() != null ? entry.getLink() : entry.getUri();
        Date date = entry.getPublishedDate() != null ? entry.getPublishedDate() : entry.getUpdatedDate();
        List<String> tags = entry.getCategories().stream()
                .map(SyndCategory::getName)
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .toList();
        Article article = new Article(
                resolve(address, link, entry.getTitle()),
                HtmlText.of(entry.getTitle() == null ? "" : entry.getTitle()),
                text,
                date == null ? null : date.toInstant(),
                blankToNull(entry.getAuthor()),
                Languages.of(text, feed.getLanguage()),
                tags);
        return new FeedEntry(article, full && text.length() > WHOLE_POST / 2 || text.length() > WHOLE_POST);
    }

    private static List<FeedEntry> json(String address, String text) throws FetchException {
        try {
            JsonNode feed = JSON.readTree(text);
            List<FeedEntry> entries = new ArrayList<>();
            for (JsonNode item : feed.path("items")) {
                entries.add(jsonEntry(address, feed, item));
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw new FetchException(
                    address, "the feed is not valid JSON: " + e.getOriginalMessage(), "have the feed mended");
        }
    }

    private static FeedEntry jsonEntry(String address, JsonNode feed, JsonNode item) {
        String html = item.path("content_html").asText("");
        String content = html.isEmpty() ? item.path("content_text").asText("") : HtmlText.of(html);
        String text = content.isEmpty() ? item.path("summary").asText("") : content;
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> tags.add(tag.asText("")));
        tags.removeIf(String::isBlank);
        Instant published = Dates.parse(item.path("date_published").asText(""));
        JsonNode author = item.path("authors").path(0).path("name");
        String told = item.path("language").asText(feed.path("language").asText(""));
        String title = item.path("title").asText("");
        Article article = new Article(
                resolve(address, item.path("url").asText(item.path("id").asText("")), title),
                title,
                text,
                published,
                blankToNull(author.asText("")),
                Languages.of(text, told),
                tags);
        return new FeedEntry(article, !content.isEmpty());
    }

    private static String resolve(String address, @Nullable String link, @Nullable String title) {
        try {
            return link == null || link.isBlank()
                    ? address + "#" + (title == null ? "" : title)
                    : URI.create(address).resolve(link.strip()).toString();
        } catch (IllegalArgumentException e) {
            return link == null ? address : link;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
