package dev.linnet.queue;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The posts that the database holds anything of. */
final class HeldPosts {
    /** So many ids can be asked for at once: a statement has 32,766 parameters at most, and each id is four of them. */
    static final int MOST = 1_000;

    private static final String HELD = """
            SELECT id FROM suggestion WHERE id IN (<ids>)
            UNION SELECT post_id FROM alert_post WHERE post_id IN (<ids>)
            UNION SELECT id FROM kept_record WHERE id IN (<ids>)
            UNION SELECT subject FROM journal
              WHERE subject IN (<ids>) AND act IN ('APPROVE', 'REJECT', 'EXPIRE', 'UNDO') AND data <> '{}'
            """;

    private HeldPosts() {}

    /** Those of the ids, at least one and at most {@link #MOST}, that something is held of. */
    static List<String> among(Handle handle, List<String> ids) {
        return handle.createQuery(HELD).bindList("ids", ids).mapTo(String.class).list();
    }
}
