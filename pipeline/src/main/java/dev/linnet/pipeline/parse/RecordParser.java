package dev.linnet.pipeline.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.linnet.pipeline.post.Deletion;
import dev.linnet.pipeline.post.Platform;
import dev.linnet.pipeline.post.PostEvent;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads one raw JSON record of any platform and tells its shape by itself: X's API v1.1 and v2 streams, Bluesky's Jetstream 1
 * and 2, Mastodon's statuses and streaming messages. Only the fields that are needed are decoded. It never throws for what a
 * record holds. Not for use by several threads at once.
 *
 * <p>Words that stand in {@link Parsed#reason()} for a record that can't be parsed: {@code not-json}, {@code not-an-object},
 * {@code too-deep}, {@code too-long}, {@code incomplete} (a known shape that lacks its id, author, text or time) and {@code
 * unknown-shape}.
 */
public final class RecordParser {
    private @Nullable XStatusReader status;
    private @Nullable MastodonReader mastodon;
    private @Nullable XStreamReader stream;
    private @Nullable JetstreamReader jetstream;
    private @Nullable Parsed notice;
    private String event = "";
    private @Nullable String payload;
    private long timestamp = Timestamps.UNKNOWN;

    /** Reads the record that stands in {@code buffer[from, to)}, without its line's end. */
    public Parsed parse(byte[] buffer, int from, int to) {
        Parsed deletion = DeleteNotice.match(buffer, from, to);
        if (deletion != null) {
            return deletion;
        }
        try (JsonParser json = Json.FACTORY.createParser(buffer, from, to - from)) {
            return read(json);
        } catch (StreamConstraintsException e) {
            String message = e.getMessage();
            return Parsed.unparseable(message != null && message.contains("depth") ? "too-deep" : "too-long");
        } catch (IOException e) {
            return Parsed.unparseable("not-json");
        }
    }

    private Parsed read(JsonParser json) throws IOException {
        JsonToken first = json.nextToken();
        if (first != JsonToken.START_OBJECT) {
            return Parsed.unparseable(first == null ? "empty" : "not-an-object");
        }
        forget();
        Json.fields(json, this::take);
        if (json.nextToken() != null) {
            return Parsed.unparseable("not-json");
        }
        return finish();
    }

    private void forget() {
        status = null;
        mastodon = null;
        stream = null;
        jetstream = null;
        notice = null;
        event = "";
        payload = null;
        timestamp = Timestamps.UNKNOWN;
    }

    private void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case "data", "includes", "matching_rules", "errors" -> stream().take(name, json);
            case "did", "time_us", "kind", "commit", "$type", "identity" ->
                jetstream().take(name, json);
            case "delete", "status_withheld" -> takeGone(json);
            case "event" -> event = Json.text(json, "");
            case "payload" -> takePayload(json);
            case "timestamp_ms" -> timestamp = PlatformIds.number(Json.text(json, ""));
            default -> takeOfStatusOrNotice(name, json);
        }
    }

    private void takeOfStatusOrNotice(String name, JsonParser json) throws IOException {
        String control = controlName(name);
        if (control != null) {
            notice = Parsed.control(control);
        } else if (name.equals("id") || name.equals("created_at")) {
            takeOfBoth(name, json);
        } else if (!statusReader().take(name, json)) {
            mastodonReader().take(name, json);
        }
    }

    /** Both X's and Mastodon's statuses have these; which one it is shows in other fields. */
    private void takeOfBoth(String name, JsonParser json) throws IOException {
        statusReader().take(name, json);
        mastodonReader().take(name, json);
    }

    private static @Nullable String controlName(String name) {
        return switch (name) {
            case "limit", "disconnect", "warning", "friends", "control" -> name;
            case "scrub_geo" -> "scrub-geo";
            case "friends_str" -> "friends";
            case "user_withheld" -> "user-withheld";
            case "direct_message" -> "direct-message";
            case "for_user" -> "for-user";
            case "connection_issue" -> "disconnect";
            case "withheld", "drop", "undrop", "user_delete", "user_undelete" -> "compliance";
            default -> null;
        };
    }

    private void takePayload(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            jetstream().take("payload", json);
        } else {
            payload = Json.text(json);
        }
    }

    /** X's {@code delete} and {@code status_withheld}: either way the post must go. */
    private void takeGone(JsonParser json) throws IOException {
        String[] ids = {"", ""};
        boolean[] message = {false};
        Json.fields(json, (name, value) -> {
            switch (name) {
                case "id", "id_str" -> ids[0] = Json.text(value, ids[0]);
                case "status", "tweet", "post" ->
                    Json.fields(value, (key, id) -> {
                        if (key.equals("id") || key.equals("id_str")) {
                            ids[1] = Json.text(id, ids[1]);
                        }
                    });
                case "direct_message" -> message[0] = true;
                case "event_at" -> timestamp = Timestamps.millis(Json.text(value, ""));
                case "timestamp_ms" -> timestamp = PlatformIds.number(Json.text(value, ""));
                default -> {}
            }
        });
        String id = ids[1].isEmpty() ? ids[0] : ids[1];
        if (message[0]) {
            notice = Parsed.control("direct-message");
        } else if (PlatformIds.number(id) < 0) {
            notice = Parsed.unparseable("incomplete");
        } else {
            long at = Math.max(0, PlatformIds.xMillis(id));
            notice = Parsed.event(PostEvent.of(new Deletion(Platform.X, id, Instant.ofEpochMilli(at))));
        }
    }

    private Parsed finish() throws IOException {
        if (notice != null) {
            return timed(notice);
        }
        if (jetstream != null) {
            return jetstream.finish();
        }
        if (stream != null) {
            return stream.finish();
        }
        if (!event.isEmpty()) {
            return payload == null ? Parsed.control("event") : MastodonReader.readMessage(event, payload);
        }
        return finishStatus();
    }

    /** A notice tells when it was sent in a field of its own, which may come after it. */
    private Parsed timed(Parsed notice) {
        PostEvent gone = notice.event();
        if (gone == null || timestamp < 0) {
            return notice;
        }
        return Parsed.event(new PostEvent(gone.kind(), gone.key(), Instant.ofEpochMilli(timestamp), null));
    }

    private Parsed finishStatus() {
        Draft ofMastodon = mastodon == null ? null : mastodon.finish();
        if (ofMastodon != null && (ofMastodon.text != null || ofMastodon.original != null)) {
            return ofMastodon.finish();
        }
        Draft ofX = status == null ? null : status.finish();
        if (ofX == null || ofX.text == null && ofX.author.isEmpty()) {
            return Parsed.unparseable("unknown-shape");
        }
        return ofX.finish();
    }

    private XStreamReader stream() {
        XStreamReader reader = stream == null ? new XStreamReader() : stream;
        stream = reader;
        return reader;
    }

    private JetstreamReader jetstream() {
        JetstreamReader reader = jetstream == null ? new JetstreamReader() : jetstream;
        jetstream = reader;
        return reader;
    }

    private XStatusReader statusReader() {
        XStatusReader reader = status == null ? new XStatusReader() : status;
        status = reader;
        return reader;
    }

    private MastodonReader mastodonReader() {
        MastodonReader reader = mastodon == null ? new MastodonReader() : mastodon;
        mastodon = reader;
        return reader;
    }
}
