package dev.linnet.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of the alerts and of the posts that drove them, read and written within the caller's transaction. */
final class AlertTable {
    private static final String PUT = """
            INSERT INTO alert (id, kind, severity, subject, title, body, opened, closed, measured, expected, score, series,
              words, authors, sentiment, silenced)
            VALUES (:id, :kind, :severity, :subject, :title, :body, :opened, :closed, :measured, :expected, :score, :series,
              :words, :authors, :sentiment,
              EXISTS (SELECT 1 FROM silence WHERE silence.subject = :subject AND begins <= :opened AND ends > :opened))
            ON CONFLICT (id) DO UPDATE SET
              kind = excluded.kind, severity = excluded.severity, subject = excluded.subject, title = excluded.title,
              body = excluded.body, opened = excluded.opened, closed = excluded.closed, measured = excluded.measured,
              expected = excluded.expected, score = excluded.score, series = excluded.series, words = excluded.words,
              authors = excluded.authors, sentiment = excluded.sentiment
            """;
    private static final String PUT_POST = """
            INSERT INTO alert_post (alert_id, place, post_id, author, body, url)
            SELECT :alertId, :place, :postId, :author, :body, :url
            WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE tombstone.id = :postId)
            """;

    private static final String UNTOLD = """
            SELECT alert.* FROM alert
            LEFT JOIN delivery ON delivery.alert_id = alert.id AND delivery.receiver = :receiver
            WHERE NOT alert.silenced
              AND ((delivery.told IS NULL AND alert.opened >= :since)
                OR (delivery.told = 'open' AND alert.closed >= :since))
            ORDER BY alert.opened, alert.id LIMIT :limit
            """;
    private static final String TOLD = """
            INSERT INTO delivery (receiver, alert_id, told) VALUES (:receiver, :id, :told)
            ON CONFLICT (receiver, alert_id) DO UPDATE SET told = excluded.told
            """;

    private AlertTable() {}

    static void put(Handle handle, List<Alert> alerts) {
        Map<String, Alert> byId = new LinkedHashMap<>();
        alerts.forEach(alert -> byId.put(Columns.text(alert.id()), alert));
        PreparedBatch batch = handle.prepareBatch(PUT);
        byId.values().forEach(alert -> bind(batch, alert).add());
        batch.execute();
        PreparedBatch clear = handle.prepareBatch("DELETE FROM alert_post WHERE alert_id = :id");
        byId.keySet().forEach(id -> clear.bind("id", id).add());
        clear.execute();
        putPosts(handle, byId);
    }

    private static void putPosts(Handle handle, Map<String, Alert> byId) {
        PreparedBatch batch = handle.prepareBatch(PUT_POST);
        byId.forEach((id, alert) -> {
            int place = 0;
            for (Alert.DrivingPost post : alert.posts()) {
                batch.bind("alertId", id)
                        .bind("place", place++)
                        .bind("postId", Columns.text(post.id()))
                        .bind("author", Columns.text(post.author()))
                        .bind("body", Columns.text(post.text()))
                        .bind("url", Columns.text(post.url()))
                        .add();
            }
        });
        batch.execute();
    }

    private static PreparedBatch bind(PreparedBatch batch, Alert alert) {
        String id = Columns.text(alert.id());
        return batch.bind("id", id)
                .bind("kind", alert.kind().name())
                .bind("severity", Columns.text(alert.severity()))
                .bind("subject", Columns.text(alert.subject()))
                .bind("title", Columns.text(alert.title()))
                .bind("body", Columns.text(alert.text()))
                .bind("opened", Columns.micros(alert.opened()))
                .bind("closed", closed(alert))
                .bind("measured", Columns.finite("the value of alert " + id, alert.value()))
                .bind("expected", Columns.finite("the expected value of alert " + id, alert.expected()))
                .bind("score", Columns.finite("the score of alert " + id, alert.score()))
                .bind("series", Columns.json(alert.series()))
                .bind("words", Columns.json(alert.words()))
                .bind("authors", alert.authors())
                .bind("sentiment", Columns.finite("the sentiment of alert " + id, alert.sentiment()));
    }

    private static @Nullable Long closed(Alert alert) {
        return alert.closed() == null ? null : Columns.micros(alert.closed());
    }

    static List<Alert> newest(Handle handle, int limit) {
        return handle
                .createQuery("SELECT * FROM alert WHERE NOT silenced ORDER BY opened DESC, id LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> alert(row))
                .list()
                .stream()
                .map(alert -> withPosts(handle, alert))
                .toList();
    }

    static List<Alert> untold(Handle handle, String receiver, Instant since, int limit) {
        return handle
                .createQuery(UNTOLD)
                .bind("receiver", receiver)
                .bind("since", Columns.micros(since))
                .bind("limit", limit)
                .map((row, context) -> alert(row))
                .list()
                .stream()
                .map(alert -> withPosts(handle, alert))
                .toList();
    }

    static void told(Handle handle, String receiver, Alert alert) {
        handle.createUpdate(TOLD)
                .bind("receiver", receiver)
                .bind("id", Columns.text(alert.id()))
                .bind("told", alert.closed() == null ? "open" : "closed")
                .execute();
    }

    static Optional<Alert> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM alert WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> alert(row))
                .findOne()
                .map(alert -> withPosts(handle, alert));
    }

    static void forgetPosts(Handle handle, List<String> postIds) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM alert_post WHERE post_id = :id");
        postIds.forEach(id -> batch.bind("id", id).add());
        batch.execute();
    }

    static boolean silence(Handle handle, String id) {
        return handle.createUpdate("UPDATE alert SET silenced = TRUE WHERE id = :id AND NOT silenced")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static Alert withPosts(Handle handle, Alert alert) {
        List<Alert.DrivingPost> posts = handle.createQuery(
                        "SELECT * FROM alert_post WHERE alert_id = :id ORDER BY place")
                .bind("id", alert.id())
                .map((row, context) -> post(row))
                .list();
        return alert.withPosts(posts);
    }

    private static Alert.DrivingPost post(ResultSet row) throws SQLException {
        return new Alert.DrivingPost(
                row.getString("post_id"), row.getString("author"), row.getString("body"), row.getString("url"));
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("id"),
                Alert.Kind.valueOf(row.getString("kind")),
                row.getString("severity"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("body"),
                Columns.time(row.getLong("opened")),
                Columns.timeOrNull(row, "closed"),
                row.getDouble("measured"),
                row.getDouble("expected"),
                row.getDouble("score"),
                Columns.numbers(row.getString("series")),
                List.of(),
                Columns.strings(row.getString("words")),
                row.getInt("authors"),
                row.getDouble("sentiment"));
    }
}
