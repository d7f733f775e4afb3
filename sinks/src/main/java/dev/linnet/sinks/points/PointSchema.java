package dev.linnet.sinks.points;

import java.util.List;
import java.util.stream.Stream;

/**
 * A measurement's columns by type, as {@code docs/points.md} describes them.
 *
 * @param measurement its name
 * @param tags what dashboards group by
 * @param numbers fields that are floats
 * @param counts fields that are whole numbers
 * @param texts fields that are strings
 * @param flags fields that are booleans
 */
public record PointSchema(
        String measurement,
        List<String> tags,
        List<String> numbers,
        List<String> counts,
        List<String> texts,
        List<String> flags) {
    /** Every measurement that Linnet writes. */
    public static final List<PointSchema> ALL = List.of(
            new PointSchema(
                    "post",
                    List.of("keyword", "platform", "lang", "sentiment", "trusted"),
                    List.of("relevance", "sentiment_score"),
                    List.of("reach"),
                    List.of("author", "post_id", "text"),
                    List.of("volatile")),
            new PointSchema(
                    "keyword_window",
                    List.of("keyword"),
                    List.of("relevance_sum", "sentiment_mean"),
                    List.of("posts", "authors"),
                    List.of(),
                    List.of()),
            new PointSchema(
                    "alert",
                    List.of("kind", "severity", "keyword"),
                    List.of("value", "expected", "score"),
                    List.of(),
                    List.of("title", "text"),
                    List.of()),
            new PointSchema("alert_act", List.of("act"), List.of(), List.of("count"), List.of("subject"), List.of()),
            new PointSchema(
                    "suggestion",
                    List.of("keyword", "verdict"),
                    List.of("relevance"),
                    List.of(),
                    List.of("post_id"),
                    List.of()),
            new PointSchema(
                    "decision",
                    List.of("keyword", "verdict"),
                    List.of("relevance", "latency"),
                    List.of(),
                    List.of("post_id"),
                    List.of()),
            new PointSchema(
                    "weight", List.of("kind", "name"), List.of("mean", "deviation"), List.of(), List.of(), List.of()),
            new PointSchema("stage", List.of("stage", "reason"), List.of(), List.of("count"), List.of(), List.of()));

    /** All fields, whatever their type. */
    public List<String> fields() {
        return Stream.of(numbers, counts, texts, flags).flatMap(List::stream).toList();
    }
}
