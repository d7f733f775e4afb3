package dev.linnet.keywords.mining.page;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a Markdown file as static site generators write it: YAML between {@code ---} lines, TOML between {@code +++}
 * lines, or a JSON object.
 *
 * @param title the title; empty if there is none
 * @param published the date, if there is one that can be read
 * @param author the author, if given
 * @param language the language, if given
 * @param tags tags, categories and keywords
 * @param draft whether the file calls itself a draft
 * @param body what follows the head
 */
record FrontMatter(
        String title,
        @Nullable Instant published,
        @Nullable String author,
        @Nullable String language,
        List<String> tags,
        boolean draft,
        String body) {
    private static final Pattern YAML =
            Pattern.compile("\\A---[ \\t]*\\R(.*?)\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern TOML =
            Pattern.compile("\\A\\+\\+\\+[ \\t]*\\R(.*?)\\R\\+\\+\\+[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("\\A\\{\\s*(?:\"|\\})");
    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final TomlMapper TOML_MAPPER = new TomlMapper();
    private static final JsonMapper JSON_MAPPER = new JsonMapper();

    /** Splits a file into head and body; without a head, all of it is body. */
    static FrontMatter split(String file) throws JsonProcessingException {
        Matcher yaml = YAML.matcher(file);
        if (yaml.find()) {
            return of(MAPPER.readTree(yaml.group(1)), file.substring(yaml.end()));
        }
        Matcher toml = TOML.matcher(file);
        if (toml.find()) {
            return of(TOML_MAPPER.readTree(toml.group(1)), file.substring(toml.end()));
        }
        if (JSON.matcher(file).find()) {
            return json(file);
        }
        return new FrontMatter("", null, null, null, List.of(), false, file);
    }

    private static FrontMatter json(String file) throws JsonProcessingException {
        try (JsonParser parser = JSON_MAPPER.createParser(file)) {
            JsonNode head = JSON_MAPPER.readTree(parser);
            return of(
                    head,
                    file.substring((int) parser.currentLocation().getCharOffset())
                            .stripLeading());
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FrontMatter of(JsonNode head, String body) {
        List<String> tags = new ArrayList<>();
        for (String key : List.of("tags", "categories", "category", "keywords")) {
            addTags(head.path(key), tags);
            // Zola's place for them.
            addTags(head.path("taxonomies").path(key), tags);
        }
        Instant published = null;
        for (String key : List.of("date", "published", "pubDate", "publishDate", "created")) {
            if (published == null) {
                published = Dates.parse(head.path(key).asText(""));
            }
        }
        return new FrontMatter(
                head.path("title").asText(""),
                published,
                text(head, "author"),
                head.hasNonNull("lang") ? text(head, "lang") : text(head, "language"),
                tags,
                head.path("draft").asBoolean(false),
                body);
    }

    private static void addTags(JsonNode value, List<String> tags) {
        if (value.isArray()) {
            value.forEach(tag -> addTag(tag.asText(""), tags));
        } else if (value.isTextual()) {
            for (String tag : value.asText().split(",")) {
                addTag(tag, tags);
            }
        }
    }

    private static void addTag(String tag, List<String> tags) {
        if (!tag.isBlank() && !tags.contains(tag.strip())) {
            tags.add(tag.strip());
        }
    }

    private static @Nullable String text(JsonNode head, String key) {
        JsonNode value = head.path(key);
        String text = value.isObject() ? value.path("name").asText("") : value.asText("");
        return text.isBlank() ? null : text.strip();
    }
}
