package dev.linnet.pipeline.learn;

import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal from a daemon thread: hands on every entry once, in order. While the journal can't be read it goes on
 * trying, and says so at once and then once a minute.
 */
public final class JournalTail implements AutoCloseable {
    /** Between two looks at the journal. */
    public static final Duration PERIOD = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);
    private static final int BATCH = 500;
    private static final long SAY_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final JournalAccess access;
    private final Follower follower;
    private @Nullable Thread thread;
    private JournalAccess.@Nullable Session session;
    private long cursor;
    private long saidAt;
    private boolean said;

    /** Whether the follower is still to hear that it has all. */
    private boolean owed;

    private volatile boolean closed;

    /** Takes the entries. */
    @FunctionalInterface
    public interface Follower {
        /**
         * Takes the next entries, on the thread that read them.
         *
         * @return whether more are wanted; false ends the following
         */
        boolean take(List<JournalEntry> entries);

        /** Hears that these were all for now. Called after entries only. */
        default void caughtUp() {}
    }

    /**
     * @param after the sequence number of the last entry that is known already
     */
    public JournalTail(JournalAccess access, long after, Follower follower) {
        this.access = access;
        this.cursor = after;
        this.follower = follower;
    }

    /** Starts to follow. */
    public void start() {
        Thread follows = new Thread(this::follow, "journal-tail");
        follows.setDaemon(true);
        thread = follows;
        follows.start();
    }

    /** Reads everything there is now, on the caller's thread, and waits as long as the journal can't be read. */
    public void catchUp() throws InterruptedException {
        while (!closed && !drain()) {
            Thread.sleep(PERIOD.toMillis());
        }
    }

    /**
     * Reads everything there is now, on the caller's thread.
     *
     * @return whether the journal could be read
     */
    public synchronized boolean drain() {
        try {
            JournalAccess.Session open = session;
            if (open == null) {
                open = access.open();
                session = open;
            }
            List<JournalEntry> entries;
            do {
                entries = open.after(cursor, BATCH);
                if (!entries.isEmpty()) {
                    cursor = entries.get(entries.size() - 1).sequence();
                    owed = true;
                    closed |= !follower.take(entries);
                }
            } while (entries.size() == BATCH && !closed);
            said = false;
            if (owed) {
                owed = false;
                follower.caughtUp();
            }
            return true;
        } catch (QueueException e) {
            if (!e.isRetryable()) {
                throw e;
            }
            say(e);
            return false;
        }
    }

    private void say(QueueException e) {
        long now = System.nanoTime();
        if (!said || now - saidAt > SAY_AGAIN_NANOS) {
            LOG.warn("The journal can't be read, and is tried again: {}", e.getMessage());
            saidAt = now;
            said = true;
        }
    }

    private void follow() {
        try {
            while (!closed) {
                drain();
                if (!closed) {
                    Thread.sleep(PERIOD.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("The journal {} is no longer followed", access.name(), e);
            }
        } finally {
            release();
        }
    }

    private synchronized void release() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread follows = thread;
        if (follows != null) {
            follows.interrupt();
        } else {
            release();
        }
    }
}
