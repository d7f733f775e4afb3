package dev.linnet.queue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Runs work in transactions, one writer at a time over all processes, and puts failures in words.
 *
 * <p>One writer at a time is SQLite's nature; on PostgreSQL an advisory lock, held until the commit, does the same. That
 * makes journal numbers visible in order, and a deletion safe against an offer that is under way.
 */
final class Transactions {
    /** Any number, the same in every version: it stands for "a writer of Linnet's queue" in this PostgreSQL database. */
    static final long WRITER = 0x4C696E6E6574L;

    private final Jdbi jdbi;
    private final QueueSettings settings;
    private final ReentrantLock writer = new ReentrantLock(true);

    Transactions(Jdbi jdbi, QueueSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    /** Reads; each statement sees what was committed when it began. */
    <T> T read(Function<Handle, T> work) {
        try {
            return jdbi.withHandle(work::apply);
        } catch (JdbiException e) {
            throw Faults.named(settings, e);
        }
    }

    /** Writes what the job told; on SQLite a power cut (not the end of the process) may take the last moment of it. */
    void write(Consumer<Handle> work) {
        inTransaction(false, handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Writes what people did: on the disk before the call returns. */
    <T> T writeForGood(Function<Handle, T> work) {
        return inTransaction(true, work);
    }

    private <T> T inTransaction(boolean forGood, Function<Handle, T> work) {
        // A fair queue in this process; the database's own lock, which is not fair, then only has to keep processes
        // apart.
        takeTurn();
        try {
            return jdbi.withHandle(
                    handle -> settings.isSqlite() ? onSqlite(handle, forGood, work) : onPostgresql(handle, work));
        } catch (JdbiException e) {
            throw Faults.named(settings, e);
        } finally {
            writer.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!writer.tryLock(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw Faults.locked(settings, null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueueException("interrupted while waiting for the queue database", true, e);
        }
    }

    /** IMMEDIATE takes the write lock at once: a transaction that reads first could not be told to wait later. */
    private static <T> T onSqlite(Handle handle, boolean forGood, Function<Handle, T> work) {
        handle.execute("PRAGMA synchronous = " + (forGood ? "FULL" : "NORMAL"));
        handle.execute("BEGIN IMMEDIATE");
        try {
            T result = work.apply(handle);
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(handle, e);
            throw e;
        }
    }

    private static void rollBack(Handle handle, Throwable cause) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            // SQLite has rolled back by itself, as it does on a full disk.
            cause.addSuppressed(e);
        }
    }

    private static <T> T onPostgresql(Handle handle, Function<Handle, T> work) {
        return handle.inTransaction(TransactionIsolationLevel.READ_COMMITTED, transaction -> {
            transaction
                    .createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) turn")
                    .bind(0, WRITER)
                    .mapTo(Integer.class)
                    .one();
            return work.apply(transaction);
        });
    }
}
