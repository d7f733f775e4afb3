package dev.linnet.pipeline.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.linnet.pipeline.post.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a status in the shape of X's API v1.1, as archives and Twitter4J carry it. */
final class XStatusReader {
    /** How far an id's own time may stand from {@code created_at}; beyond it the id is no snowflake of X. */
    private static final long SAME_MOMENT = 60_000;

    private final Draft draft = new Draft(Platform.X);
    private long createdAt = Timestamps.UNKNOWN;
    private boolean extended;

    /** Takes a field of the status; tells whether it belongs to this shape. */
    boolean take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "id_str" -> draft.id = Json.text(json, draft.id);
            case "id" -> draft.id = draft.id.isEmpty() ? Json.text(json, "") : draft.id;
            case "created_at" -> createdAt = Timestamps.millis(Json.text(json, ""));
            case "text" -> takeText(json, false);
            case "full_text" -> takeText(json, true);
            case "extended_tweet" -> Json.fields(json, this::takeExtended);
            case "user" -> Json.fields(json, this::takeUser);
            case "retweeted_status" -> draft.original = readOriginal(json);
            case "in_reply_to_status_id_str" -> draft.conversation = Json.text(json, draft.conversation);
            case "retweet_count" -> draft.reposts = Json.count(json);
            case "favorite_count" -> draft.likes = Json.count(json);
            case "entities" -> takeEntities(json, false);
            case "lang" -> draft.language = Languages.normal(Json.text(json));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What has been read. */
    Draft finish() {
        draft.created = created(PlatformIds.xMillis(draft.id), createdAt);
        return draft;
    }

    /** The id's own millisecond where it has one that agrees with the second that the platform tells. */
    static long created(long byId, long told) {
        boolean agree = told < 0 || Math.abs(byId - told) <= SAME_MOMENT;
        return byId >= 0 && agree ? byId : told;
    }

    private static @Nullable Draft readOriginal(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return null;
        }
        XStatusReader original = new XStatusReader();
        Json.fields(json, (name, value) -> {
            if (!name.equals("retweeted_status")) {
                original.take(name, value);
            }
        });
        return original.finish();
    }

    private void takeExtended(String name, JsonParser json) throws IOException {
        if (name.equals("full_text")) {
            takeText(json, true);
        } else if (name.equals("entities")) {
            takeEntities(json, true);
        }
    }

    private void takeText(JsonParser json, boolean whole) throws IOException {
        String text = Json.text(json);
        if (text != null && (whole || draft.text == null)) {
            draft.text = Texts.unescapeX(text);
        }
    }

    private void takeUser(String name, JsonParser json) throws IOException {
        switch (name) {
            case "screen_name" -> draft.author = Json.text(json, "");
            case "name" -> draft.authorName = Json.text(json, "");
            case "followers_count" -> draft.followers = Json.count(json);
            default -> {}
        }
    }

    private void takeEntities(JsonParser json, boolean whole) throws IOException {
        if (extended && !whole) {
            return;
        }
        extended = whole;
        List<String> links = new ArrayList<>(2);
        List<String> hashtags = new ArrayList<>(2);
        readEntities(json, links, hashtags);
        draft.links = links;
        draft.hashtags = hashtags;
    }

    /** Reads {@code entities} of API v1.1 or v2, which differ in the name of a hashtag's text. */
    static void readEntities(JsonParser json, List<String> links, List<String> hashtags) throws IOException {
        Json.fields(json, (kind, list) -> {
            if (kind.equals("hashtags")) {
                Json.elements(
                        list,
                        one -> Json.fields(one, (name, value) -> {
                            if (name.equals("text") || name.equals("tag")) {
                                Json.add(value, hashtags);
                            }
                        }));
            } else if (kind.equals("urls")) {
                Json.elements(
                        list,
                        one -> Json.fields(one, (name, value) -> {
                            if (name.equals("expanded_url")) {
                                Json.add(value, links);
                            }
                        }));
            }
        });
    }
}
