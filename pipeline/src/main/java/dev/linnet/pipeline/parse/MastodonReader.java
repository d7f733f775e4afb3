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
import org.jspecify.annotations.Nullable;

/** Reads a Mastodon status, alone or as the payload of a streaming message. */
final class MastodonReader {
    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*>");
    private static final Pattern HREF = Pattern.compile("href=\"(https?://[^\"]+)\"");
    private static final Pattern OWN = Pattern.compile("class=\"[^\"]*\\b(?:mention|hashtag)\\b");
    private static final int MOST_LINKS = 100;

    private final Draft draft = new Draft(Platform.MASTODON);

    /** Takes a field of the status; tells whether it belongs to this shape. */
    boolean take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> draft.id = Json.text(json, "");
            case "created_at" -> draft.created = Timestamps.millis(Json.text(json, ""));
            case "content" -> takeContent(Json.text(json));
            case "account" -> Json.fields(json, this::takeAccount);
            case "reblog" -> draft.original = readOriginal(json);
            case "language" -> draft.language = Languages.normal(Json.text(json));
            case "url" -> draft.url = Json.text(json, draft.url);
            case "uri" -> draft.url = draft.url.isEmpty() ? Json.text(json, "") : draft.url;
            case "in_reply_to_id" -> draft.conversation = Json.text(json, "");
            case "reblogs_count" -> draft.reposts = Json.count(json);
            case "favourites_count" -> draft.likes = Json.count(json);
            case "edited_at" -> takeEdited(Timestamps.millis(Json.text(json, "")));
            case "tags" ->
                Json.elements(
                        json,
                        tag -> Json.fields(tag, (field, value) -> {
                            if (field.equals("name")) {
                                Json.add(value, draft.hashtags);
                            }
                        }));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What has been read. */
    Draft finish() {
        return draft;
    }

    /** The streaming message of a name, with its payload. */
    static Parsed readMessage(String event, String payload) throws IOException {
        return switch (event) {
            case "update", "status.update" -> readPayload(payload);
            case "delete" -> deletion(payload.strip());
            case "notification", "filters_changed", "conversation", "announcement" -> Parsed.control("notification");
            default -> Parsed.control("other-message");
        };
    }

    private static Parsed readPayload(String payload) throws IOException {
        MastodonReader status = new MastodonReader();
        try (JsonParser json = Json.FACTORY.createParser(payload)) {
            json.nextToken();
            Json.fields(json, status::take);
        }
        return status.finish().finish();
    }

    private static Parsed deletion(String id) {
        if (id.isEmpty() || id.length() > 100) {
            return Parsed.unparseable("incomplete");
        }
        long at = Math.max(0, PlatformIds.mastodonMillis(id));
        return Parsed.event(PostEvent.of(new Deletion(Platform.MASTODON, id, Instant.ofEpochMilli(at))));
    }

    private static @Nullable Draft readOriginal(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        MastodonReader original = new MastodonReader();
        Json.fields(json, (name, value) -> {
            if (!name.equals("reblog")) {
                original.take(name, value);
            }
        });
        return original.finish();
    }

    private void takeEdited(long when) {
        if (when >= 0) {
            draft.arrived = when;
            draft.edited = when;
        }
    }

    private void takeAccount(String name, JsonParser json) throws IOException {
        switch (name) {
            case "acct" -> draft.author = Json.text(json, "");
            case "display_name" -> draft.authorName = Json.text(json, "");
            case "followers_count" -> draft.followers = Json.count(json);
            default -> {}
        }
    }

    private void takeContent(@Nullable String html) {
        if (html == null) {
            return;
        }
        draft.text = Texts.ofHtml(html);
        Matcher tags = LINK.matcher(html);
        while (tags.find() && draft.links.size() < MOST_LINKS) {
            Matcher href = HREF.matcher(tags.group());
            if (!OWN.matcher(tags.group()).find() && href.find()) {
                draft.links.add(Texts.unescape(href.group(1)));
            }
        }
    }
}
