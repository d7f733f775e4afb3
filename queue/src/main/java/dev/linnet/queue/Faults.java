package dev.linnet.queue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Puts a database's failures in words: what, where, and the mend; and whether to try again. */
final class Faults {
    private static final int PRIMARY_CODE = 0xff;

    private Faults() {}

    static QueueException named(QueueSettings settings, RuntimeException failure) {
        SQLException cause = rootOf(failure);
        if (cause instanceof SQLiteException sqlite) {
            return sqlite(settings, sqlite, failure);
        }
        if (cause != null && !settings.isSqlite()) {
            return postgresql(settings, cause, failure);
        }
        // The pool had no connection in time and no cause for it: too many callers, or a busy machine.
        boolean retryable = cause instanceof SQLTransientConnectionException;
        return other(settings, failure.getMessage(), retryable, failure);
    }

    static QueueException locked(QueueSettings settings, @Nullable Throwable failure) {
        return new QueueException(
                "the queue database " + settings.shown() + " is locked by someone else for more than "
                        + settings.patience().toMillis() + " ms: nothing was changed; try again",
                true,
                failure);
    }

    /** Whether trying to bring the schema up to date again can't help. */
    static boolean isHopeless(RuntimeException failure) {
        SQLException cause = rootOf(failure);
        return !(cause instanceof SQLiteException sqlite)
                || primary(sqlite) != SQLiteErrorCode.SQLITE_BUSY.code
                        && primary(sqlite) != SQLiteErrorCode.SQLITE_ERROR.code
                        && primary(sqlite) != SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    private static QueueException sqlite(QueueSettings settings, SQLiteException cause, Throwable failure) {
        String file = "the queue database " + settings.shown();
        int code = primary(cause);
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return locked(settings, failure);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new QueueException(
                    file + " can't grow, the disk is full: nothing was changed; free some space, then try again",
                    true,
                    failure);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return new QueueException(
                    file + " can't be read or written (" + cause.getMessage()
                            + "): nothing was changed; look after the disk, then try again",
                    true,
                    failure);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new QueueException(file + " is not a SQLite database: name another file", false, failure);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return new QueueException(
                    file + " is damaged (" + cause.getMessage()
                            + "): restore it from a copy, or save what is left with `sqlite3 FILE .recover`",
                    false,
                    failure);
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return new QueueException(
                    file + " can't be opened for writing: it and its folder must be files that this user may write; "
                            + "change their owner or mode, or name another file",
                    false,
                    failure);
        }
        return other(settings, cause.getMessage(), false, failure);
    }

    /** By the class of SQLSTATE, appendix A of PostgreSQL's manual. */
    private static QueueException postgresql(QueueSettings settings, SQLException cause, Throwable failure) {
        String database = "the queue database " + settings.shown();
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.equals("55P03")) {
            return locked(settings, failure);
        }
        if (state.startsWith("28")) {
            return new QueueException(
                    database + " refuses the user or the password (" + cause.getMessage() + "): correct them",
                    false,
                    failure);
        }
        if (state.equals("3D000")) {
            return new QueueException(
                    database + " does not exist: make it (`createdb`), or name another one", false, failure);
        }
        if (state.equals("42501")) {
            return new QueueException(
                    database + " does not let the user do this (" + cause.getMessage()
                            + "): make the user the owner of the database, or of its schema",
                    false,
                    failure);
        }
        if (state.equals("53100")) {
            return new QueueException(
                    database + " has no room left on its disk: nothing was changed; free some space, then try again",
                    true,
                    failure);
        }
        if (state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.startsWith("40")
                || cause instanceof SQLTransientConnectionException) {
            return new QueueException(
                    database + " can't be reached or is not ready (" + cause.getMessage()
                            + "): see that it runs, then try again",
                    true,
                    failure);
        }
        return other(settings, cause.getMessage(), false, failure);
    }

    private static QueueException other(
            QueueSettings settings, @Nullable String message, boolean retryable, Throwable failure) {
        return new QueueException("the queue database " + settings.shown() + " failed: " + message, retryable, failure);
    }

    private static int primary(SQLiteException failure) {
        return failure.getResultCode().code & PRIMARY_CODE;
    }

    /** The innermost SQL failure: a pool that timed out carries the reason why it got no connection. */
    private static @Nullable SQLException rootOf(Throwable failure) {
        SQLException found = null;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
