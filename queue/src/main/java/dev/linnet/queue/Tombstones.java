package dev.linnet.queue;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The ids of posts that were deleted, kept so that one that comes late does not show. */
final class Tombstones {
    private Tombstones() {}

    /**
     * Notes deletions.
     *
     * @param deleted when the posts were deleted, as the platform tells it
     * @param now when we heard, by this machine's clock: pruning goes by it, as a replay's times may be years off
     */
    static void set(Handle handle, List<String> ids, Instant deleted, Instant now) {
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO tombstone (id, deleted, noted) VALUES (:id, :deleted, :noted) ON CONFLICT (id) DO NOTHING");
        for (String id : ids) {
            batch.bind("id", id)
                    .bind("deleted", Columns.micros(deleted))
                    .bind("noted", Columns.micros(now))
                    .add();
        }
        batch.execute();
    }

    static int prune(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM tombstone WHERE noted < :before")
                .bind("before", Columns.micros(before))
                .execute();
    }
}
