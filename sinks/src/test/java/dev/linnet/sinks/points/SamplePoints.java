package dev.linnet.sinks.points;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An hour's points of every measurement, ending now. */
final class SamplePoints {
    private static final List<String> KEYWORDS = List.of("night train", "sleeper car", "rail");
    private static final long NANOS_A_MILLI = 1_000_000;

    private SamplePoints() {}

    static List<Point> untilNow() {
        List<Point> points = new ArrayList<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (int i = 60; i >= 0; i--) {
            Instant minute = now.minus(Duration.ofMinutes(i));
            for (String keyword : KEYWORDS) {
                points.add(post(keyword, minute, i));
                points.add(window(keyword, minute, i));
            }
            if (i % 10 == 0) {
                points.addAll(seldom(minute, i));
                points.add(alertAct(minute));
            }
            points.add(stage("read", "none", minute, 1_000L * (61 - i)));
            points.add(stage("filtered", "no-keyword", minute, 900L * (61 - i)));
            points.add(stage("delivered", "none", minute, 100L * (61 - i)));
        }
        return points;
    }

    private static Point post(String keyword, Instant at, int i) {
        return new Point(
                "post",
                Map.of(
                        "keyword",
                        keyword,
                        "platform",
                        "bluesky",
                        "lang",
                        "en",
                        "sentiment",
                        i % 3 == 0 ? "positive" : "neutral",
                        "trusted",
                        String.valueOf(i % 5 == 0)),
                Map.of("relevance", 0.5 + i / 200.0, "sentiment_score", i / 100.0),
                Map.of("reach", 10L * i),
                Map.of("author", "author" + i, "post_id", "bluesky:" + i, "text", "A night train, at last!"),
                Map.of("volatile", false),
                nanos(at) + 123 + i,
                false);
    }

    private static Point window(String keyword, Instant minute, int i) {
        return new Point(
                "keyword_window",
                Map.of("keyword", keyword),
                Map.of("relevance_sum", i / 2.0, "sentiment_mean", 0.1),
                Map.of("posts", (long) i, "authors", (long) i),
                Map.of(),
                Map.of(),
                nanos(minute),
                false);
    }

    private static Point alertAct(Instant at) {
        return new Point(
                "alert_act",
                Map.of("act", "useful"),
                Map.of(),
                Map.of("count", 1L),
                Map.of("subject", "spike:night train:1"),
                Map.of(),
                nanos(at),
                false);
    }

    private static List<Point> seldom(Instant at, int i) {
        return List.of(
                point(
                        "alert",
                        Map.of("kind", "spike", "severity", "warning", "keyword", "rail"),
                        Map.of("value", 40.0, "expected", 9.0, "score", 0.9),
                        Map.of("title", "rail: 4.4 times the usual", "text", "Usually 9 in five minutes"),
                        at),
                point(
                        "suggestion",
                        Map.of("keyword", "rail", "verdict", "open"),
                        Map.of("relevance", 0.8),
                        Map.of("post_id", "bluesky:" + i),
                        at),
                point(
                        "decision",
                        Map.of("keyword", "rail", "verdict", i % 20 == 0 ? "approve" : "reject"),
                        Map.of("relevance", 0.8, "latency", 61.0 * i),
                        Map.of("post_id", "bluesky:" + i),
                        at),
                point(
                        "weight",
                        Map.of("kind", "keyword", "name", "night train"),
                        Map.of("mean", 1 + i / 60.0, "deviation", 0.3),
                        Map.of(),
                        at));
    }

    private static Point stage(String stage, String reason, Instant at, long count) {
        return new Point(
                "stage",
                Map.of("stage", stage, "reason", reason),
                Map.of(),
                Map.of("count", count),
                Map.of(),
                Map.of(),
                nanos(at),
                false);
    }

    private static Point point(
            String measurement,
            Map<String, String> tags,
            Map<String, Double> numbers,
            Map<String, String> texts,
            Instant at) {
        return new Point(measurement, tags, numbers, Map.of(), texts, Map.of(), nanos(at) + 7, false);
    }

    private static long nanos(Instant at) {
        return at.toEpochMilli() * NANOS_A_MILLI;
    }
}
