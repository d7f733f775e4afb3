package dev.linnet.queue;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the queue database is, and how long a call waits for it.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST:PORT/DATABASE}
 * @param user the PostgreSQL role; null for SQLite, or when the URL has it
 * @param password the role's password, if it needs one; never in {@link #toString}
 * @param patience how long a call waits for a locked or busy database before it fails with a retryable {@link QueueException}
 */
public record QueueSettings(
        String url, @Nullable String user, @Nullable String password, Duration patience) implements Serializable {
    /** How long a call waits, unless told otherwise. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);

    static final String SQLITE = "jdbc:sqlite:";
    static final String POSTGRESQL = "jdbc:postgresql:";

    /** Checks that the URL is of a known kind and names a database that several connections can share. */
    public QueueSettings {
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("the queue database '" + withoutLogin(url) + "' is neither " + SQLITE
                    + "FILE nor " + POSTGRESQL + "//HOST/DATABASE");
        }
        if (url.equals(SQLITE) || url.startsWith(SQLITE + ":memory:") || url.contains("mode=memory")) {
            throw new IllegalArgumentException(
                    "the queue database must be a file that job and console can share, such as " + SQLITE
                            + "linnet-data/queue.db, but is '" + url + "'");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "the time to wait for the queue database must be above 0, but is " + patience);
        }
    }

    /** A SQLite database in a file, which is made if it is missing. */
    public static QueueSettings file(Path file) {
        return new QueueSettings(SQLITE + file, null, null, DEFAULT_PATIENCE);
    }

    /** A database by its JDBC URL, or by the path of a SQLite file. */
    public static QueueSettings of(String urlOrFile, @Nullable String user, @Nullable String password) {
        String url = urlOrFile.startsWith("jdbc:") ? urlOrFile : SQLITE + urlOrFile;
        return new QueueSettings(url, user, password, DEFAULT_PATIENCE);
    }

    /** The same database with another time to wait. */
    public QueueSettings withPatience(Duration newPatience) {
        return new QueueSettings(url, user, password, newPatience);
    }

    boolean isSqlite() {
        return url.startsWith(SQLITE);
    }

    /** The SQLite file; only when {@link #isSqlite}. */
    Path path() {
        String path = withoutQuery(url.substring(SQLITE.length()));
        return Path.of(path.startsWith("file:") ? path.substring("file:".length()) : path);
    }

    /** The database's name as it may stand in a message: a file, or a URL without login and parameters. */
    String shown() {
        return isSqlite() ? path().toString() : withoutLogin(url);
    }

    /** Passwords may contain any character, so what stands before the last {@code @} is left out. */
    private static String withoutLogin(String url) {
        String address = withoutQuery(url);
        int host = url.lastIndexOf('@');
        int begin = url.indexOf("//");
        return host < 0
                ? address
                : withoutQuery(url.substring(0, begin < 0 ? 0 : begin + 2) + "***" + url.substring(host));
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public String toString() {
        return "QueueSettings[" + shown() + "]";
    }
}
