package dev.linnet.queue;

import java.time.Instant;
import java.util.List;

/** Invented suggestions and alerts for the tests. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Samples() {}

    static Suggestion suggestion(String id, double relevance) {
        return suggestion(id, relevance, 3);
    }

    static Suggestion suggestion(String id, double relevance, long reach) {
        return new Suggestion(
                id,
                "x",
                "wren",
                "Jenny Wren",
                "A talk on stream processing \uD83D\uDC26 & \"late\" data",
                "en",
                "https://example.org/" + id,
                NOON,
                List.of("stream processing", "late data"),
                relevance,
                List.of(
                        new Contribution("keyword", "stream processing", 1, 0.8),
                        new Contribution("author", "wren", 1, 0.25)),
                "positive",
                0.5,
                true,
                reach);
    }

    /** A suggestion in a conversation, with links. */
    static Suggestion suggestion(String id, double relevance, String conversation, String... links) {
        Suggestion bare = suggestion(id, relevance);
        return new Suggestion(
                bare.id(),
                bare.platform(),
                bare.author(),
                bare.authorName(),
                bare.text(),
                bare.language(),
                bare.url(),
                bare.created(),
                bare.keywords(),
                bare.relevance(),
                bare.explanation(),
                bare.sentiment(),
                bare.sentimentScore(),
                bare.isVolatile(),
                bare.reach(),
                conversation,
                List.of(links));
    }

    static Alert alert(String id, Instant opened) {
        return new Alert(
                id,
                Alert.Kind.SPIKE,
                "warning",
                "late data",
                "late data: 4 x the usual",
                "Usually 2 a minute, now 8.",
                opened,
                null,
                8,
                2,
                0.97,
                List.of(1.0, 2.5, 8.0),
                List.of(
                        new Alert.DrivingPost("x:1", "wren", "so late", "https://example.org/1"),
                        new Alert.DrivingPost("x:2", "robin", "too late", "https://example.org/2")),
                List.of("watermark", "window"),
                2,
                -0.25);
    }
}
