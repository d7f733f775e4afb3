package dev.linnet.queue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Makes the pool of connections, set up for each kind of database. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int READERS_AND_WRITER = 6;

    private static final Duration SLOW_MACHINE = Duration.ofSeconds(10);

    private Connections() {}

    static HikariDataSource open(QueueSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("queue");
        config.setMaximumPoolSize(READERS_AND_WRITER);
        config.setMinimumIdle(1);
        // The first connection is made by the schema's check, whose failure is put in words.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Math.max(250, settings.patience().toMillis()));
        if (settings.isSqlite()) {
            makeFolder(settings);
            makePrivate(settings);
            // Opening a file takes long only on a busy machine, which is no fault of the database.
            config.setConnectionTimeout(
                    Math.max(SLOW_MACHINE.toMillis(), settings.patience().toMillis()));
            config.setDataSource(sqlite(settings));
        } else {
            postgresql(config, settings);
        }
        return new HikariDataSource(config);
    }

    private static SQLiteDataSource sqlite(QueueSettings settings) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout((int) settings.patience().toMillis());
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(settings.url());
        return source;
    }

    private static void postgresql(HikariConfig config, QueueSettings settings) {
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql("SET lock_timeout = " + settings.patience().toMillis());
        config.addDataSourceProperty("ApplicationName", "linnet");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        long seconds = Math.max(1, settings.patience().toSeconds());
        config.addDataSourceProperty("connectTimeout", Long.toString(seconds));
        config.addDataSourceProperty("loginTimeout", Long.toString(seconds));
        // A server that stopped answering must not hold a caller for ever; no statement here takes near as long.
        config.addDataSourceProperty("socketTimeout", Long.toString(30 + seconds));
    }

    private static void makeFolder(QueueSettings settings) {
        Path folder = settings.path().toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try {
            PrivateFiles.createFolder(folder);
        } catch (IOException e) {
            throw new QueueException(
                    "the folder " + folder + " of the queue database can't be made (" + e
                            + "): make it, or name another file",
                    false,
                    e);
        }
    }

    /** SQLite gives the files beside the database ({@code -wal}, {@code -shm}) the permissions of the database. */
    private static void makePrivate(QueueSettings settings) {
        Path file = settings.path();
        try {
            if (!settings.url().contains("mode=ro")) {
                PrivateFiles.create(file);
            }
        } catch (IOException e) {
            // Opening it fails too, and says why.
            LOG.debug("{} is not made beforehand", file, e);
        }
        for (String beside : List.of("-wal", "-shm", "-journal")) {
            PrivateFiles.restrict(file.resolveSibling(file.getFileName() + beside));
        }
    }
}
