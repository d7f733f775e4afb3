package dev.linnet.queue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of records that went no further, read and written within the caller's transaction. */
final class KeptRecordTable {
    private static final int KEPT_OF_EACH_REASON = 1_000;
    private static final String KEEP = """
            INSERT INTO kept_record (id, stage, reason, at, excerpt)
            SELECT :id, :stage, :reason, :at, :excerpt
            WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE tombstone.id = :id)
            ON CONFLICT (id) DO UPDATE SET
              stage = excluded.stage, reason = excluded.reason, at = excluded.at, excerpt = excluded.excerpt
            """;
    private static final String PRUNE = """
            DELETE FROM kept_record WHERE stage = :stage AND reason = :reason AND (at, id) < (
              SELECT at, id FROM kept_record WHERE stage = :stage AND reason = :reason
              ORDER BY at DESC, id DESC LIMIT 1 OFFSET :newest)
            """;

    private KeptRecordTable() {}

    private record Drawer(String stage, String reason) {}

    static void keep(Handle handle, List<KeptRecord> records) {
        Set<Drawer> drawers = new LinkedHashSet<>();
        PreparedBatch batch = handle.prepareBatch(KEEP);
        for (KeptRecord kept : records) {
            Drawer drawer = new Drawer(Columns.text(kept.stage()), Columns.text(kept.reason()));
            drawers.add(drawer);
            batch.bind("id", Columns.text(kept.id()))
                    .bind("stage", drawer.stage())
                    .bind("reason", drawer.reason())
                    .bind("at", Columns.micros(kept.at()))
                    .bind("excerpt", Columns.text(kept.excerpt()))
                    .add();
        }
        batch.execute();
        drawers.forEach(drawer -> prune(handle, drawer));
    }

    private static void prune(Handle handle, Drawer drawer) {
        handle.createUpdate(PRUNE)
                .bind("stage", drawer.stage())
                .bind("reason", drawer.reason())
                .bind("newest", KEPT_OF_EACH_REASON - 1)
                .execute();
    }

    static List<KeptRecord> kept(Handle handle, String stage, int limit) {
        return handle.createQuery(
                        "SELECT * FROM kept_record WHERE stage = :stage ORDER BY at DESC, id DESC LIMIT :limit")
                .bind("stage", Columns.text(stage))
                .bind("limit", limit)
                .map((row, context) -> new KeptRecord(
                        row.getString("id"),
                        row.getString("stage"),
                        row.getString("reason"),
                        Columns.time(row.getLong("at")),
                        row.getString("excerpt")))
                .list();
    }

    static void delete(Handle handle, List<String> ids) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM kept_record WHERE id = :id");
        ids.forEach(id -> batch.bind("id", id).add());
        batch.execute();
    }
}
