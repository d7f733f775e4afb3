package dev.linnet.pipeline.output;

import dev.linnet.keywords.weighting.Weight;
import dev.linnet.nlp.Reading;
import dev.linnet.nlp.Sentiment;
import dev.linnet.pipeline.post.Post;
import dev.linnet.pipeline.relevance.ScoredPost;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.StageCount;
import dev.linnet.sinks.points.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The points of each measurement, as {@code docs/points.md} describes them. */
public final class PointFactory {
    static final String POST = "post";
    static final String SUGGESTION = "suggestion";

    /** Stands in a tag that would be empty. */
    static final String NONE = "none";

    private PointFactory() {}

    /** A relevant post: one point for each keyword it matched; one for {@value #NONE} where trust alone let it in. */
    public static List<Point> post(ScoredPost scored, boolean keepText) {
        Post post = scored.requirePost();
        Reading reading = scored.requireReading();
        Map<String, String> texts = new HashMap<>(Map.of("author", post.author(), "post_id", scored.key()));
        if (keepText) {
            texts.put("text", post.text());
        }
        List<Point> points = new ArrayList<>();
        for (String keyword : scored.keywords().isEmpty() ? List.of(NONE) : scored.keywords()) {
            Sentiment mood = scored.moodTowards(keyword);
            Map<String, String> tags = Map.of(
                    "keyword", keyword,
                    "platform", post.platform().tag(),
                    "lang", reading.language(),
                    "sentiment", mood.label().tag(),
                    "trusted", String.valueOf(scored.trusted()));
            points.add(new Point(
                    POST,
                    tags,
                    Map.of("relevance", scored.relevance(), "sentiment_score", mood.score()),
                    Map.of("reach", scored.reach()),
                    texts,
                    Map.of("volatile", reading.isVolatile()),
                    time(scored),
                    false));
        }
        return points;
    }

    /** A post that was put in the queue. */
    public static Point suggestion(ScoredPost scored) {
        return point(
                SUGGESTION,
                Map.of(
                        "keyword",
                        scored.keywords().isEmpty() ? NONE : scored.keywords().get(0),
                        "verdict",
                        "open"),
                Map.of("relevance", scored.relevance()),
                Map.of("post_id", scored.key()),
                time(scored));
    }

    /** The orders to take a post away, whatever stands of it. */
    public static List<Point> gone(ScoredPost scored) {
        return List.of(Point.delete(POST, time(scored)), Point.delete(SUGGESTION, time(scored)));
    }

    /** A person's decision; {@code latency} in seconds where the journal tells it. */
    public static Point decision(JournalEntry entry, Map<String, Double> features, double relevance) {
        Map<String, Double> numbers = new HashMap<>(Map.of("relevance", relevance));
        Double latency = entry.data().get("latency");
        if (latency != null) {
            numbers.put("latency", latency);
        }
        String keyword = features.keySet().stream()
                .filter(key -> key.startsWith("keyword:"))
                .map(key -> key.substring("keyword:".length()))
                .sorted()
                .findFirst()
                .orElse(NONE);
        return point(
                "decision",
                Map.of("keyword", keyword, "verdict", entry.act().name().toLowerCase(Locale.ROOT)),
                numbers,
                Map.of("post_id", entry.subject()),
                PointTimes.of(entry.at(), String.valueOf(entry.sequence())));
    }

    /** A feature's weight after a decision. */
    public static Point weight(Weight weight, JournalEntry cause) {
        return point(
                "weight",
                Map.of("kind", weight.kind(), "name", weight.name().isEmpty() ? NONE : weight.name()),
                Map.of("mean", weight.mean(), "deviation", weight.deviation()),
                Map.of(),
                PointTimes.of(cause.at(), String.valueOf(cause.sequence())));
    }

    /** A keyword's minute. */
    public static Point keywordWindow(KeywordMinute minute) {
        return new Point(
                "keyword_window",
                Map.of("keyword", minute.keyword()),
                Map.of("relevance_sum", minute.relevanceSum(), "sentiment_mean", minute.sentimentMean()),
                Map.of("posts", minute.posts(), "authors", minute.authors()),
                Map.of(),
                Map.of(),
                PointTimes.exact(minute.minute()),
                false);
    }

    /** An alert, as it stands now; Grafana shows it as an annotation. */
    public static Point alert(Alert alert) {
        return point(
                "alert",
                Map.of(
                        "kind",
                        alert.kind().name().toLowerCase(Locale.ROOT),
                        "severity",
                        alert.severity(),
                        "keyword",
                        alert.subject()),
                Map.of("value", alert.value(), "expected", alert.expected(), "score", alert.score()),
                Map.of("title", alert.title(), "text", alert.text()),
                PointTimes.of(alert.opened(), alert.id()));
    }

    /** What somebody did because of an alert; empty for any other act. */
    public static Optional<Point> alertAct(JournalEntry entry) {
        boolean onAlert = switch (entry.act()) {
            case USEFUL, NOT_USEFUL, SILENCE -> true;
            default -> Alert.isCause(entry.why());
        };
        return onAlert
                ? Optional.of(new Point(
                        "alert_act",
                        Map.of("act", entry.act().name().toLowerCase(Locale.ROOT)),
                        Map.of(),
                        Map.of("count", 1L),
                        Map.of("subject", entry.subject()),
                        Map.of(),
                        PointTimes.of(entry.at(), String.valueOf(entry.sequence())),
                        false))
                : Optional.empty();
    }

    /** A total of the balance at a moment. */
    public static Point stage(StageCount count, Instant at) {
        return new Point(
                "stage",
                Map.of("stage", count.stage(), "reason", count.reason().isEmpty() ? NONE : count.reason()),
                Map.of(),
                Map.of("count", count.count()),
                Map.of(),
                Map.of(),
                PointTimes.exact(at),
                false);
    }

    private static long time(ScoredPost scored) {
        return PointTimes.of(scored.created(), scored.key());
    }

    private static Point point(
            String measurement,
            Map<String, String> tags,
            Map<String, Double> numbers,
            Map<String, String> texts,
            long time) {
        return new Point(measurement, tags, numbers, Map.of(), texts, Map.of(), time, false);
    }
}
