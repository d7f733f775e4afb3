package dev.linnet.cli.run;

import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets suggestions expire that have waited too long, at once and then every few minutes. Several may do it on one database: each
 * suggestion expires once.
 */
final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final long PERIOD_SECONDS = 300;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "queue-expiry");
        thread.setDaemon(true);
        return thread;
    });
    private final QueueDatabase database;
    private final Duration after;
    private final Clock clock;

    private Expiry(QueueDatabase database, Duration after, Clock clock) {
        this.database = database;
        this.after = after;
        this.clock = clock;
    }

    /** @param after how long a suggestion may wait; zero lets none expire */
    static Expiry start(QueueDatabase database, Duration after, Clock clock) {
        Expiry expiry = new Expiry(database, after, clock);
        if (!after.isZero()) {
            expiry.timer.scheduleWithFixedDelay(expiry::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        }
        return expiry;
    }

    private void look() {
        try {
            int expired = database.suggestions().expire(clock.instant().minus(after), clock.instant());
            if (expired > 0) {
                LOG.info("{} suggestions waited longer than {} and left the queue", expired, after);
            }
        } catch (QueueException e) {
            LOG.warn("Old suggestions stay in the queue for now: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
