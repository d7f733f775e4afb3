package dev.linnet.queue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * The queue database: SQLite in a file, or PostgreSQL, with the schema brought up to date when it is opened.
 *
 * <p>Thread-safe, and made to be shared: job and console may use one database at the same time, from one process or from
 * two. Every method of its parts is one transaction, and fails with a {@link QueueException} that says whether to try
 * again.
 */
public final class QueueDatabase implements AutoCloseable {
    private final HikariDataSource connections;
    private final SuggestionQueue suggestions;
    private final Journal journal;
    private final AlertBook alerts;
    private final JobRecords records;

    private QueueDatabase(QueueSettings settings, HikariDataSource connections, Clock clock) {
        this.connections = connections;
        Transactions transactions = new Transactions(Jdbi.create(connections), settings);
        JournalTable table = new JournalTable();
        this.suggestions = new SqlSuggestionQueue(transactions, table, clock);
        this.journal = new SqlJournal(transactions, table);
        this.alerts = new SqlAlertBook(transactions, table);
        this.records = new SqlJobRecords(transactions);
    }

    /**
     * Opens a database, and makes it or brings it up to date first.
     *
     * @throws QueueException when it can't be reached (retryable), can't be written, is no database, or was made by a newer
     *     version; the message names it and the mend
     */
    public static QueueDatabase open(QueueSettings settings) {
        return open(settings, Clock.systemUTC());
    }

    static QueueDatabase open(QueueSettings settings, Clock clock) {
        HikariDataSource connections = Connections.open(settings);
        try {
            Schema.bringUpToDate(connections, settings);
            return new QueueDatabase(settings, connections, clock);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /** The suggestions, and what people decide of them. */
    public SuggestionQueue suggestions() {
        return suggestions;
    }

    /** Everything that people did. */
    public Journal journal() {
        return journal;
    }

    /** The alerts that were raised. */
    public AlertBook alerts() {
        return alerts;
    }

    /** What the job tells beside suggestions and alerts. */
    public JobRecords records() {
        return records;
    }

    /** Closes every connection; calls that are under way may fail. */
    @Override
    public void close() {
        connections.close();
    }
}
