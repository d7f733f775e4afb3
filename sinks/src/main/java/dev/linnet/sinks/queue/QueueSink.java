package dev.linnet.sinks.queue;

import dev.linnet.queue.QueueSettings;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes the job's commands to the queue database, in batches, at least once; each write is idempotent.
 *
 * <p>What was given before a checkpoint is in the database when the checkpoint completes. While the database is locked,
 * down, or its disk is full, the sink waits and holds the stream back; it drops nothing. Checkpoints wait with it:
 * let some of them fail ({@code execution.checkpointing.tolerable-failed-checkpoints}).
 */
public final class QueueSink implements Sink<QueueCommand> {
    private static final long serialVersionUID = 1L;
    private static final int BATCH = 500;
    private static final Duration LINGER = Duration.ofMillis(250);

    private final QueueSettings settings;
    private final int batch;
    private final Duration linger;

    /** A sink with batches of 500 commands, or as many as came in 250 ms. */
    public QueueSink(QueueSettings settings) {
        this(settings, BATCH, LINGER);
    }

    /**
     * A sink with other batches.
     *
     * @param batch how many commands are written together at most
     * @param linger how long a command waits for others at most
     */
    public QueueSink(QueueSettings settings, int batch, Duration linger) {
        if (batch < 1 || linger.isNegative() || linger.isZero()) {
            throw new IllegalArgumentException("a batch needs at least 1 command and a time above 0, but has " + batch
                    + " commands and " + linger);
        }
        this.settings = settings;
        this.batch = batch;
        this.linger = linger;
    }

    @Override
    public SinkWriter<QueueCommand> createWriter(WriterInitContext context) throws IOException {
        return new QueueWriter(
                new PatientDatabase(settings, context.metricGroup()),
                context.getProcessingTimeService(),
                context.metricGroup(),
                batch,
                linger);
    }
}
