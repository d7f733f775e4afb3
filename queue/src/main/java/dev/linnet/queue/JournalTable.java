package dev.linnet.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The journal's rows, written within the caller's transaction. */
final class JournalTable {
    private static final String DELETION = "linnet/deletion";

    /**
     * Writes an act with the next number. The caller is the only writer until its commit, so that the next number is the
     * newest one's successor, and no reader sees a number before a smaller one.
     */
    JournalEntry append(
            Handle handle,
            Instant at,
            String who,
            JournalEntry.Act act,
            String subject,
            String why,
            Map<String, Double> data) {
        data.forEach(Columns::finite);
        long sequence = last(handle) + 1;
        handle.createUpdate("""
                        INSERT INTO journal (sequence, at, who, act, subject, why, data)
                        VALUES (:sequence, :at, :who, :act, :subject, :why, :data)
                        """)
                .bind("sequence", sequence)
                .bind("at", Columns.micros(at))
                .bind("who", Columns.text(who))
                .bind("act", act.name())
                .bind("subject", Columns.text(subject))
                .bind("why", Columns.text(why))
                .bind("data", Columns.json(new TreeMap<>(data)))
                .execute();
        return new JournalEntry(
                sequence,
                Columns.time(Columns.micros(at)),
                Columns.text(who),
                act,
                Columns.text(subject),
                Columns.text(why),
                Map.copyOf(data));
    }

    long last(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(sequence), 0) FROM journal")
                .mapTo(Long.class)
                .one();
    }

    JournalEntry find(Handle handle, long sequence) {
        return handle.createQuery("SELECT * FROM journal WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map((row, context) -> entry(row))
                .one();
    }

    /**
     * Takes the features out of the decisions on posts that were deleted; the acts stay. Each post of which there were some is told
     * of in an act, for those who read the decisions before.
     */
    void forgetFeatures(Handle handle, List<String> suggestionIds, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE journal SET data = '{}'
                WHERE subject = :id AND act IN ('APPROVE', 'REJECT', 'EXPIRE', 'UNDO') AND data <> '{}'
                """);
        suggestionIds.forEach(id -> batch.bind("id", id).add());
        int[] emptied = batch.execute();
        for (int i = 0; i < emptied.length; i++) {
            if (emptied[i] > 0) {
                append(handle, now, DELETION, JournalEntry.Act.FORGET, suggestionIds.get(i), "", Map.of());
            }
        }
    }

    /** Whether anybody decided anything since a moment. */
    boolean hasDecisionSince(Handle handle, Instant moment) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM journal WHERE act IN ('APPROVE', 'REJECT') AND at >= :moment
                        """)
                        .bind("moment", Columns.micros(moment))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** The newest act of a kind on a subject. */
    Optional<JournalEntry> newest(Handle handle, JournalEntry.Act act, String subject) {
        return handle.createQuery("""
                        SELECT * FROM journal WHERE subject = :subject AND act = :act ORDER BY sequence DESC LIMIT 1
                        """)
                .bind("subject", subject)
                .bind("act", act.name())
                .map((row, context) -> entry(row))
                .findOne();
    }

    static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("sequence"),
                Columns.time(row.getLong("at")),
                row.getString("who"),
                JournalEntry.Act.valueOf(row.getString("act")),
                row.getString("subject"),
                row.getString("why"),
                Columns.data(row.getString("data")));
    }
}
