package dev.linnet.sinks.points;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A writer's metrics: {@code pointsWritten}, {@code pointsDeleted}, {@code retries}, and {@code pointsRejected} for each
 * {@code reason}. Rejects also go to the log, all of the first ones and then a sample, and to the listener.
 */
final class WriterTally implements Tally {
    private static final Logger LOG = LoggerFactory.getLogger(WriterTally.class);
    private static final long ALL_LOGGED = 10;
    private static final long THEN_EVERY = 1000;

    private final SinkWriterMetricGroup metrics;
    private final RejectListener listener;
    private final Counter written;
    private final Counter deleted;
    private final Counter retries;
    private final Map<String, Counter> rejected = new HashMap<>();

    WriterTally(SinkWriterMetricGroup metrics, RejectListener listener) {
        this.metrics = metrics;
        this.listener = listener;
        written = metrics.counter("pointsWritten");
        deleted = metrics.counter("pointsDeleted");
        retries = metrics.counter("retries");
    }

    @Override
    public void written(int points) {
        written.inc(points);
    }

    @Override
    public void deleted(int orders) {
        deleted.inc(orders);
    }

    @Override
    public void rejected(RejectedPoint point) {
        Counter counter = rejected.computeIfAbsent(
                point.reason(), reason -> metrics.addGroup("reason", reason).counter("pointsRejected"));
        counter.inc();
        metrics.getNumRecordsSendErrorsCounter().inc();
        if (counter.getCount() <= ALL_LOGGED || counter.getCount() % THEN_EVERY == 0) {
            LOG.warn("Point rejected, {} (the {}th): {}", point.reason(), counter.getCount(), point.forLog());
        }
        listener.rejected(point);
    }

    @Override
    public void retried() {
        retries.inc();
    }
}
