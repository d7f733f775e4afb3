package dev.linnet.sinks.points;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * Lets one request be under way, so that order is kept, and none while the writer holds back after a failure.
 *
 * <p>Used on the mailbox thread, but for {@link #hold()}.
 */
final class OneAtATime implements RateLimitingStrategy {
    private final int maxBatchSize;
    private int batchSize;
    private boolean underWay;
    private volatile boolean held;

    OneAtATime(int maxBatchSize) {
        this.maxBatchSize = maxBatchSize;
        this.batchSize = maxBatchSize;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        underWay = true;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        underWay = false;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return blocks();
    }

    boolean blocks() {
        return underWay || held;
    }

    @Override
    public int getMaxBatchSize() {
        return batchSize;
    }

    /** Takes so many entries for a full batch, so that what there is goes out now. */
    void contentWith(int entries) {
        batchSize = Math.max(1, Math.min(entries, maxBatchSize));
    }

    void contentWithFullBatches() {
        batchSize = maxBatchSize;
    }

    void hold() {
        held = true;
    }

    void release() {
        held = false;
    }
}
