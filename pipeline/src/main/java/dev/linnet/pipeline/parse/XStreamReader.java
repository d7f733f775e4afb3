package dev.linnet.pipeline.parse;

import com.fasterxml.jackson.core.JsonParser;
import dev.linnet.pipeline.post.Deletion;
import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.PostEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a message of X's API v2 stream: {@code data} with what {@code includes} tells of its authors and originals. */
final class XStreamReader {
    /** How a repost's text begins. */
    private static final Pattern REPOST = Pattern.compile("RT @(\\w{1,20}): (.*)", Pattern.DOTALL);

    private @Nullable Tweet data;
    private @Nullable Parsed compliance;
    private final Map<String, Tweet> tweets = new HashMap<>();
    private final Map<String, User> users = new HashMap<>();

    /** A tweet as v2 tells it; its author by number. */
    private static final class Tweet {
        String id = "";
        String authorId = "";

        @Nullable
        String text;

        boolean note;
        long createdAt = Timestamps.UNKNOWN;
        String language = Languages.UNDETERMINED;
        String repostOf = "";
        String firstVersion = "";
        String conversation = "";
        long reposts;
        long likes;
        final List<String> links = new ArrayList<>(2);
        final List<String> hashtags = new ArrayList<>(2);
    }

    /** A user as v2 tells them. */
    private static final class User {
        String id = "";
        String handle = "";
        String name = "";
        long followers;
    }

    /** Takes a field of the message. */
    void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "data" -> readData(json);
            case "includes" -> Json.fields(json, this::takeIncluded);
            default -> takeCompliance(name, json);
        }
    }

    /** What the message was. */
    Parsed finish() {
        if (compliance != null) {
            return compliance;
        }
        if (data == null) {
            return Parsed.control("errors");
        }
        Draft draft = draftOf(data);
        if (!data.repostOf.isEmpty()) {
            draft.original = original(data);
        }
        return draft.finish();
    }

    private void readData(JsonParser json) throws IOException {
        Tweet tweet = new Tweet();
        Json.fields(json, (name, value) -> {
            if (!takeCompliance(name, value)) {
                takeTweet(tweet, name, value);
            }
        });
        data = tweet;
    }

    /** X's compliance messages: a post that was deleted or withheld must go. */
    private boolean takeCompliance(String name, JsonParser json) throws IOException {
        if (!name.equals("delete") && !name.equals("withheld")) {
            return false;
        }
        Tweet gone = new Tweet();
        Json.fields(json, (field, value) -> {
            if (field.equals("tweet") || field.equals("post")) {
                Json.fields(value, (key, text) -> takeTweet(gone, key, text));
            } else if (field.equals("event_at")) {
                gone.createdAt = Timestamps.millis(Json.text(value, ""));
            }
        });
        if (gone.id.isEmpty()) {
            compliance = Parsed.control("compliance");
            return true;
        }
        long at = Math.max(0, gone.createdAt >= 0 ? gone.createdAt : PlatformIds.xMillis(gone.id));
        compliance = Parsed.event(PostEvent.of(new Deletion(Platform.X, gone.id, Instant.ofEpochMilli(at))));
        return true;
    }

    private void takeIncluded(String name, JsonParser json) throws IOException {
        if (name.equals("users")) {
            Json.elements(json, element -> {
                User user = new User();
                Json.fields(element, (field, value) -> takeUser(user, field, value));
                users.put(user.id, user);
            });
        } else if (name.equals("tweets")) {
            Json.elements(json, element -> {
                Tweet tweet = new Tweet();
                Json.fields(element, (field, value) -> takeTweet(tweet, field, value));
                tweets.put(tweet.id, tweet);
            });
        }
    }

    private static void takeTweet(Tweet tweet, String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> tweet.id = Json.text(json, "");
            case "author_id" -> tweet.authorId = Json.text(json, "");
            case "text" -> tweet.text = tweet.note ? tweet.text : unescaped(json);
            case "note_tweet" -> Json.fields(json, (field, value) -> takeNote(tweet, field, value));
            case "created_at" -> tweet.createdAt = Timestamps.millis(Json.text(json, ""));
            case "conversation_id" -> tweet.conversation = Json.text(json, "");
            case "lang" -> tweet.language = Languages.normal(Json.text(json));
            case "entities" -> XStatusReader.readEntities(json, tweet.links, tweet.hashtags);
            case "edit_history_tweet_ids" ->
                Json.elements(json, version -> {
                    if (tweet.firstVersion.isEmpty()) {
                        tweet.firstVersion = Json.text(version, "");
                    }
                });
            case "public_metrics" -> Json.fields(json, (field, value) -> takeMetric(tweet, field, value));
            case "referenced_tweets" -> Json.elements(json, reference -> takeReference(tweet, reference));
            default -> {}
        }
    }

    private static @Nullable String unescaped(JsonParser json) throws IOException {
        String text = Json.text(json);
        return text == null ? null : Texts.unescapeX(text);
    }

    private static void takeNote(Tweet tweet, String name, JsonParser json) throws IOException {
        if (name.equals("text")) {
            tweet.text = unescaped(json);
            tweet.note = true;
        } else if (name.equals("entities")) {
            XStatusReader.readEntities(json, tweet.links, tweet.hashtags);
        }
    }

    private static void takeMetric(Tweet tweet, String name, JsonParser json) throws IOException {
        if (name.equals("retweet_count")) {
            tweet.reposts = Json.count(json);
        } else if (name.equals("like_count")) {
            tweet.likes = Json.count(json);
        }
    }

    private static void takeReference(Tweet tweet, JsonParser json) throws IOException {
        String[] typeAndId = {"", ""};
        Json.fields(json, (name, value) -> {
            if (name.equals("type")) {
                typeAndId[0] = Json.text(value, "");
            } else if (name.equals("id")) {
                typeAndId[1] = Json.text(value, "");
            }
        });
        if (typeAndId[0].equals("retweeted")) {
            tweet.repostOf = typeAndId[1];
        }
    }

    private static void takeUser(User user, String name, JsonParser json) throws IOException {
        switch (name) {
            case "id" -> user.id = Json.text(json, "");
            case "username" -> user.handle = Json.text(json, "");
            case "name" -> user.name = Json.text(json, "");
            case "public_metrics" ->
                Json.fields(json, (field, value) -> {
                    if (field.equals("followers_count")) {
                        user.followers = Json.count(value);
                    }
                });
            default -> {}
        }
    }

    /**
     * A tweet with its author. An edit comes under a new id; it is known here by the id of its first version, so that it
     * takes that one's place.
     */
    private Draft draftOf(Tweet tweet) {
        Draft draft = new Draft(Platform.X);
        boolean edit = !tweet.firstVersion.isEmpty() && !tweet.firstVersion.equals(tweet.id);
        draft.id = edit ? tweet.firstVersion : tweet.id;
        draft.text = tweet.text;
        draft.conversation = tweet.conversation;
        draft.language = tweet.language;
        draft.reposts = tweet.reposts;
        draft.likes = tweet.likes;
        draft.links = tweet.links;
        draft.hashtags = tweet.hashtags;
        long made = XStatusReader.created(PlatformIds.xMillis(tweet.id), tweet.createdAt);
        long first = edit ? PlatformIds.xMillis(tweet.firstVersion) : made;
        draft.created = first >= 0 ? first : made;
        draft.arrived = made;
        if (edit) {
            draft.edited = made;
        }
        setAuthor(draft, tweet.authorId);
        return draft;
    }

    private void setAuthor(Draft draft, String authorId) {
        User user = users.get(authorId);
        draft.author = user == null || user.handle.isEmpty() ? authorId : user.handle;
        draft.authorName = user == null || user.name.isEmpty() ? draft.author : user.name;
        draft.followers = user == null ? 0 : user.followers;
    }

    /** The post that a repost repeats; where it is not included, what the repost's own text tells of it. */
    private Draft original(Tweet repost) {
        Tweet included = tweets.get(repost.repostOf);
        if (included != null && included.text != null) {
            return draftOf(included);
        }
        Draft draft = draftOf(repost);
        draft.id = repost.repostOf;
        // What the repost tells is its own.
        draft.conversation = "";
        long made = PlatformIds.xMillis(draft.id);
        draft.created = made >= 0 ? made : draft.created;
        draft.followers = 0;
        Matcher told = REPOST.matcher(repost.text == null ? "" : repost.text);
        if (told.matches()) {
            draft.author = told.group(1);
            draft.authorName = told.group(1);
            draft.text = told.group(2);
        } else {
            draft.author = "";
        }
        return draft;
    }
}
