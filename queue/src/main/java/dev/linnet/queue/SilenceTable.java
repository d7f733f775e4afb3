package dev.linnet.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of silences, read and written within the caller's transaction. */
final class SilenceTable {
    // From the newest alert on, by its time: a job that reads old files raises alerts of long ago.
    private static final String BEGIN = """
            INSERT INTO silence (subject, begins, ends)
            VALUES (:subject,
              (SELECT MIN(moment) FROM (
                SELECT CAST(:at AS BIGINT) AS moment UNION ALL SELECT MAX(opened) FROM alert WHERE subject = :subject) AS moments),
              :ends)
            ON CONFLICT (subject) DO UPDATE SET begins = excluded.begins, ends = excluded.ends
            """;
    private static final String HUSH =
            "UPDATE alert SET silenced = TRUE WHERE subject = :subject AND closed IS NULL AND NOT silenced";
    private static final String WAKE = """
            UPDATE alert SET silenced = FALSE
            WHERE subject = :subject AND closed IS NULL AND silenced
              AND opened >= (SELECT begins FROM silence WHERE silence.subject = :subject)
            """;

    private SilenceTable() {}

    /** Silences a subject, its lasting alerts too; what was silent of it is so from now on. */
    static void begin(Handle handle, String subject, Instant at, Duration length) {
        handle.createUpdate(BEGIN)
                .bind("subject", subject)
                .bind("at", Columns.micros(at))
                .bind("ends", Columns.micros(at.plus(length)))
                .execute();
        handle.createUpdate(HUSH).bind("subject", subject).execute();
    }

    /** Ends a silence; what still lasts is shown again. */
    static void end(Handle handle, String subject) {
        handle.createUpdate(WAKE).bind("subject", subject).execute();
        handle.createUpdate("DELETE FROM silence WHERE subject = :subject")
                .bind("subject", subject)
                .execute();
    }

    static List<Silence> standing(Handle handle, Instant now) {
        return handle.createQuery("SELECT subject, ends FROM silence WHERE ends > :now ORDER BY ends, subject")
                .bind("now", Columns.micros(now))
                .map((row, context) -> new Silence(row.getString("subject"), Columns.time(row.getLong("ends"))))
                .list();
    }
}
