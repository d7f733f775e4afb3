package dev.linnet.sinks.queue;

import dev.linnet.queue.Alert;
import dev.linnet.queue.Contribution;
import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.StageCount;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.WeightRow;
import java.time.Instant;
import java.util.List;

/** Invented commands for the tests. */
final class Commands {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Commands() {}

    static QueueCommand offer(String id, double relevance) {
        return QueueCommand.offer(new Suggestion(
                id,
                "x",
                "wren",
                "Jenny Wren",
                "late data",
                "en",
                "https://example.org/" + id,
                NOON,
                List.of("late data"),
                relevance,
                List.of(new Contribution("keyword", "late data", 1, 0.5)),
                "unknown",
                0,
                false,
                1));
    }

    static QueueCommand alert(Instant opened) {
        return QueueCommand.alert(new Alert(
                "spike:late data:" + opened.getEpochSecond(),
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
                List.of(1.0, 8.0),
                List.of(new Alert.DrivingPost("x:1", "wren", "so late", "https://example.org/1")),
                List.of("window"),
                1,
                0));
    }

    /** One of each kind. */
    static List<QueueCommand> all() {
        return List.of(
                offer("x:1", 0.5),
                offer("x:2", 0.75),
                offer("x:3", 0.75),
                QueueCommand.withdraw("x:3", NOON),
                QueueCommand.delete("x:1", NOON),
                QueueCommand.deleteKnown("x:404", NOON),
                alert(NOON),
                QueueCommand.count(new StageCount("read", "", 7)),
                QueueCommand.minute(new KeywordMinute("late data", NOON, 2, 1, 1.25, 0)),
                QueueCommand.weight(new WeightRow("keyword", "late data", 0.5, 1, 1)),
                QueueCommand.keep(new KeptRecord("file:1", "filtered", "muted", NOON, "{}")));
    }
}
