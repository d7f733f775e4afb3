package dev.linnet.sinks.queue;

import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueException;
import dev.linnet.queue.QueueSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue database for a writer that must not lose anything: a call that may succeed later is made until it does. */
final class PatientDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PatientDatabase.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long SAY_EVERY = Duration.ofMinutes(1).toNanos();

    private final QueueSettings settings;
    private final Counter retries;
    private @Nullable QueueDatabase open;

    /** Tries to open the database, so that what can't mend itself is known at the start. */
    PatientDatabase(QueueSettings settings, MetricGroup metrics) throws IOException {
        this.settings = settings;
        this.retries = metrics.counter("queueRetries");
        try {
            open = SharedDatabases.acquire(settings);
        } catch (QueueException e) {
            refuseHopeless(e);
            LOG.warn("The queue has to wait: {}", e.getMessage());
        }
    }

    /**
     * Makes a call, again and again while it fails for a cause that may pass.
     *
     * @throws IOException when it can't succeed later
     */
    void call(Consumer<QueueDatabase> work) throws IOException, InterruptedException {
        long began = System.nanoTime();
        long said = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                work.accept(database());
                if (attempt > 1) {
                    LOG.info("The queue goes on after {} s", (System.nanoTime() - began) / 1_000_000_000);
                }
                return;
            } catch (QueueException e) {
                refuseHopeless(e);
                retries.inc();
                if (attempt == 1 || System.nanoTime() - said > SAY_EVERY) {
                    said = System.nanoTime();
                    LOG.warn("The queue has to wait: {}", e.getMessage());
                }
                Thread.sleep(pause(attempt).toMillis());
            }
        }
    }

    private static void refuseHopeless(QueueException failure) throws IOException {
        if (!failure.isRetryable()) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private static Duration pause(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private QueueDatabase database() {
        QueueDatabase database = open;
        if (database == null) {
            database = SharedDatabases.acquire(settings);
            open = database;
        }
        return database;
    }

    @Override
    public void close() {
        if (open != null) {
            open = null;
            SharedDatabases.release(settings);
        }
    }
}
