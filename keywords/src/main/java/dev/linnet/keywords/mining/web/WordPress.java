package dev.linnet.keywords.mining.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.page.Dates;
import dev.linnet.keywords.mining.page.HtmlText;
import dev.linnet.keywords.mining.page.Languages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The posts of a WordPress site by its REST interface, all pages of them. */
final class WordPress {
    /** The header in which a site says how many pages there are. */
    static final String PAGES_HEADER = "X-WP-TotalPages";

    private static final String NO_CATEGORY = "uncategorized";
    private static final int PAGE = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private WordPress() {}

    /**
     * One page of posts.
     *
     * @param root the interface's address, as the site's page names it
     * @param page from 1
     */
    static String address(String root, int page) {
        String query = "_fields=link,date_gmt,title,content,_links,_embedded&_embed=wp:term&per_page=" + PAGE + "&page="
                + page;
        // Without pretty addresses the root is "/index.php?rest_route=/".
        return root + "wp/v2/posts" + (root.contains("?") ? "&" : "?") + query;
    }

    /** The posts of one answer. */
    static List<Article> posts(String address, String json, @Nullable String language) throws FetchException {
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isArray()) {
                throw new FetchException(
                        address, "the WordPress interface did not answer with posts", "name the feed instead");
            }
            List<Article> posts = new ArrayList<>();
            for (JsonNode post : root) {
                String text = HtmlText.of(post.path("content").path("rendered").asText(""));
                posts.add(new Article(
                        post.path("link").asText(address + "#" + posts.size()),
                        HtmlText.of(post.path("title").path("rendered").asText("")),
                        text,
                        Dates.parse(post.path("date_gmt").asText("")),
                        null,
                        Languages.of(text, language),
                        tags(post)));
            }
            return posts;
        } catch (JsonProcessingException e) {
            throw new FetchException(
                    address, "the WordPress interface did not answer with JSON", "name the feed instead");
        }
    }

    /** The names of a post's tags and categories, but for the one that stands where none was chosen. */
    private static List<String> tags(JsonNode post) {
        List<String> names = new ArrayList<>();
        for (JsonNode taxonomy : post.path("_embedded").path("wp:term")) {
            for (JsonNode term : taxonomy) {
                String name = HtmlText.of(term.path("name").asText(""));
                if (!name.isBlank() && !term.path("slug").asText("").equals(NO_CATEGORY)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /**
     * Whether no page follows. A site may give fewer posts a page than it is asked for, so its own word goes first.
     *
     * @param pages how many pages the site says there are; 0 if it doesn't say
     */
    static boolean isLast(List<Article> posts, int page, int pages) {
        return posts.isEmpty() || (pages > 0 ? page >= pages : posts.size() < PAGE);
    }
}
