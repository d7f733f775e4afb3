package dev.linnet.pipeline.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.linnet.pipeline.post.Deletion;
import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.PostEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a message of Bluesky's Jetstream, version 1 ({@code kind}, {@code commit}) or 2 ({@code $type}, {@code payload}). */
final class JetstreamReader {
    private static final String POSTS = "app.bsky.feed.post";
    private static final Pattern POST_URI = Pattern.compile("at://([^/]+)/app\\.bsky\\.feed\\.post/([^/]+)");

    private final Draft draft = new Draft(Platform.BLUESKY);
    private String did = "";
    private String kind = "";
    private String operation = "";
    private String collection = "";
    private String rkey = "";
    /** When the message was sent, in milliseconds since 1970. */
    private long time = Timestamps.UNKNOWN;

    /** Takes a field of the message. */
    void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "did" -> did = Json.text(json, "");
            case "time_us" -> time = Json.count(json) / 1_000;
            case "time" -> time = Timestamps.millis(Json.text(json, ""));
            case "kind" -> kind = Json.text(json, "");
            case "$type" -> kind = afterHash(Json.text(json, ""));
            case "commit", "payload" -> Json.fields(json, this::take);
            case "operation" -> operation = Json.text(json, "");
            case "collection" -> collection = Json.text(json, "");
            case "rkey" -> rkey = Json.text(json, "");
            case "record" -> Json.fields(json, this::takeRecord);
            default -> {}
        }
    }

    /** What the message was. */
    Parsed finish() {
        switch (kind) {
            case "commit" -> {}
            case "identity", "account", "info", "sync" -> {
                return Parsed.control(kind);
            }
            default -> {
                return kind.isEmpty() ? Parsed.unparseable("incomplete") : Parsed.control("other-message");
            }
        }
        if (!collection.isEmpty() && !collection.equals(POSTS)) {
            return Parsed.control("other-collection");
        }
        if (did.isEmpty() || rkey.isEmpty() || collection.isEmpty() || time < 0) {
            return Parsed.unparseable("incomplete");
        }
        return switch (operation) {
            case "create", "update" -> finishPost();
            case "delete" ->
                Parsed.event(
                        PostEvent.of(new Deletion(Platform.BLUESKY, did + "/" + rkey, Instant.ofEpochMilli(time))));
            default -> Parsed.unparseable("incomplete");
        };
    }

    private Parsed finishPost() {
        draft.id = did + "/" + rkey;
        draft.author = did;
        draft.authorName = did;
        draft.arrived = time;
        if (operation.equals("update")) {
            draft.edited = time;
        }
        // The author's client sets the time: what it says is taken unless it lies in the future.
        draft.created = draft.created < 0 ? time : Math.min(draft.created, time);
        return draft.finish();
    }

    private void takeRecord(String name, JsonParser json) throws IOException {
        switch (name) {
            case "text" -> draft.text = Json.text(json);
            case "createdAt" -> draft.created = Timestamps.millis(Json.text(json, ""));
            case "langs" ->
                Json.elements(json, language -> {
                    if (draft.language.equals(Languages.UNDETERMINED)) {
                        draft.language = Languages.normal(Json.text(language));
                    }
                });
            case "reply" ->
                Json.fields(json, (field, reply) -> {
                    if (field.equals("root")) {
                        Json.fields(reply, this::takeRoot);
                    }
                });
            case "tags" -> Json.elements(json, tag -> Json.add(tag, draft.hashtags));
            case "facets" -> Json.elements(json, facet -> Json.fields(facet, this::takeFacet));
            case "embed" ->
                Json.fields(json, (field, embed) -> {
                    if (field.equals("external")) {
                        Json.fields(embed, this::takeLink);
                    }
                });
            default -> {}
        }
    }

    private void takeRoot(String name, JsonParser json) throws IOException {
        if (name.equals("uri")) {
            Matcher uri = POST_URI.matcher(Json.text(json, ""));
            draft.conversation = uri.matches() ? uri.group(1) + "/" + uri.group(2) : "";
        }
    }

    private void takeFacet(String name, JsonParser json) throws IOException {
        if (name.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
            Json.elements(json, feature -> Json.fields(feature, this::takeLink));
        }
    }

    private void takeLink(String name, JsonParser json) throws IOException {
        if (name.equals("uri")) {
            Json.add(json, draft.links);
        } else if (name.equals("tag")) {
            Json.add(json, draft.hashtags);
        }
    }

    private static String afterHash(String type) {
        return type.substring(type.indexOf('#') + 1);
    }
}
