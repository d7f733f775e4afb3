package dev.linnet.review.delivery;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts are sent. Its address and token are secrets, and are not in its words.
 *
 * @param name tells it from the others; what it was told is remembered under this name
 * @param kind how it wants to be told
 * @param url where it listens; of Alertmanager the server's address
 * @param token sent as {@code Authorization: Bearer}, or null
 */
public record Receiver(
        String name, Kind kind, URI url, @Nullable String token) {
    /** How a receiver wants to be told. */
    public enum Kind {
        /** CloudEvents 1.0 as JSON, structured mode. */
        WEBHOOK,
        /** What Slack's incoming webhooks take, and Mattermost's and Rocket.Chat's. */
        SLACK,
        /** Alertmanager's API v2. */
        ALERTMANAGER
    }

    @Override
    public String toString() {
        return name + " (" + kind + ")";
    }
}
