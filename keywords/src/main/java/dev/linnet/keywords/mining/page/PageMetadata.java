package dev.linnet.keywords.mining.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.linnet.keywords.mining.page.block.Clues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself: in JSON-LD, in {@code meta} elements (Open Graph, Dublin Core), in its markup.
 *
 * @param title the article's title, without the site's name where that can be told
 * @param published when it was published, if it says so
 * @param author who wrote it, if it says so
 * @param language its declared language, if any
 * @param tags its tags
 * @param description its summary; empty if there is none
 * @param body the article itself, as it is given to machines; empty if it isn't
 */
record PageMetadata(
        String title,
        @Nullable Instant published,
        @Nullable String author,
        @Nullable String language,
        List<String> tags,
        String description,
        String body) {
    private static final Pattern HOST = Pattern.compile("^https?://([^/:?#]+)");
    private static final Pattern BY =
            Pattern.compile("(?i)^(?:written |posted )?(?:by|von|par|por|di|autor|author)\\b[:\\s]*");
    private static final int LONGEST_NAME = 80;
    private static final List<String> DATES = List.of(
            "date",
            "dc.date",
            "dc.date.issued",
            "dc.date.created",
            "dcterms.created",
            "dcterms.issued",
            "datePublished",
            "og:published_time",
            "og:article:published_time",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "citation_publication_date",
            "release_date");
    private static final JsonMapper JSON = new JsonMapper();

    static PageMetadata of(Document page) {
        JsonNode article = jsonLd(page);
        return new PageMetadata(
                title(page, article),
                published(page, article),
                author(page, article),
                language(page),
                tags(page),
                first(meta(page, "og:description"), meta(page, "description")),
                HtmlText.of(article.path("articleBody").asText("")));
    }

    /** By what the article's blocks can be recognised. */
    Clues clues() {
        return new Clues(title, description, author == null ? "" : author, body);
    }

    private static String title(Document page, JsonNode article) {
        String heading = headline(page);
        String told = first(
                meta(page, "og:title"), article.path("headline").asText(""), meta(page, "twitter:title"), page.title());
        List<String> sites = List.of(
                meta(page, "og:site_name"),
                article.path("publisher").path("name").asText(""),
                meta(page, "application-name"),
                host(page.location()));
        return told.isEmpty() ? heading : Titles.of(told, heading, sites);
    }

    private static String host(String address) {
        Matcher host = HOST.matcher(address);
        return host.find() ? host.group(1) : "";
    }

    private static String headline(Document page) {
        List<Element> headings = page.select("article h1, main h1, [itemprop=headline]");
        if (headings.isEmpty()) {
            headings = page.select("h1");
        }
        return headings.size() == 1 ? headings.get(0).text() : "";
    }

    private static @Nullable Instant published(Document page, JsonNode article) {
        List<String> said = new ArrayList<>();
        said.add(meta(page, "article:published_time"));
        said.add(article.path("datePublished").asText(""));
        DATES.forEach(name -> said.add(meta(page, name)));
        page.select("[itemprop=datePublished]")
                .forEach(e -> said.add(first(e.attr("datetime"), e.attr("content"), e.text())));
        page.select("time[datetime]").forEach(e -> said.add(e.attr("datetime")));
        page.select("time, .published, .entry-date, .post-date, .pubdate, .dateline, .date")
                .forEach(e -> said.add(e.text()));
        for (String date : said) {
            Instant moment = Dates.parse(date);
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    private static @Nullable String author(Document page, JsonNode article) {
        Element byline = page.selectFirst(
                "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .author .fn, .byline, .author-name");
        String author = first(
                names(article.path("author")),
                meta(page, "author"),
                meta(page, "dc.creator"),
                meta(page, "parsely-author"),
                meta(page, "sailthru.author"),
                byline == null || byline.text().length() > LONGEST_NAME ? "" : byline.text());
        String name = BY.matcher(author.strip()).replaceFirst("");
        return name.isBlank() || name.startsWith("http") ? null : name.strip();
    }

    /** One author or several, each a name or an object that has one. */
    private static String names(JsonNode authors) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : authors.isArray() ? authors : JSON.createArrayNode().add(authors)) {
            String name = one.isObject() ? one.path("name").asText("") : one.asText("");
            if (!name.isBlank() && !name.startsWith("http") && !names.contains(name.strip())) {
                names.add(name.strip());
            }
        }
        return String.join(", ", names);
    }

    private static @Nullable String language(Document page) {
        Element html = page.selectFirst("html[lang]");
        String language =
                first(html == null ? "" : html.attr("lang"), meta(page, "og:locale"), meta(page, "content-language"));
        return language.isBlank() ? null : language;
    }

    private static List<String> tags(Document page) {
        Set<String> tags = new LinkedHashSet<>();
        page.select("meta[property=article:tag]")
                .forEach(e -> tags.add(e.attr("content").strip()));
        page.select("a[rel~=tag]").forEach(e -> tags.add(e.text().strip()));
        if (tags.isEmpty()) {
            for (String tag : meta(page, "keywords").split(",")) {
                tags.add(tag.strip());
            }
        }
        tags.remove("");
        return List.copyOf(tags);
    }

    private static String meta(Document page, String name) {
        for (Element meta : page.select("meta[content]")) {
            if (name.equalsIgnoreCase(first(meta.attr("property"), meta.attr("name"), meta.attr("http-equiv")))) {
                return meta.attr("content").strip();
            }
        }
        return "";
    }

    /** The first JSON-LD object that has a headline; a missing node if there is none, or it isn't JSON. */
    private static JsonNode jsonLd(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                JsonNode found = withHeadline(JSON.readTree(script.data()), 0);
                if (found != null) {
                    return found;
                }
            } catch (JsonProcessingException e) {
                // A page's broken JSON-LD says nothing; the rest of the page still does.
                continue;
            }
        }
        return JSON.missingNode();
    }

    private static @Nullable JsonNode withHeadline(JsonNode node, int depth) {
        if (node.isObject() && node.hasNonNull("headline")) {
            return node;
        }
        if (depth < 4) {
            for (JsonNode child : node) {
                JsonNode found = withHeadline(child, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }
}
