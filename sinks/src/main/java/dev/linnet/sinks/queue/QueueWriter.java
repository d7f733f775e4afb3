package dev.linnet.sinks.queue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers commands, and writes them when there are enough, when the first has waited long enough, or at a checkpoint. */
final class QueueWriter implements SinkWriter<QueueCommand> {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWriter.class);

    private final PatientDatabase database;
    private final ProcessingTimeService time;
    private final int batch;
    private final Duration linger;
    private final Counter sent;
    private final Counter refused;
    private final List<QueueCommand> buffer = new ArrayList<>();
    private boolean timerSet;

    QueueWriter(
            PatientDatabase database,
            ProcessingTimeService time,
            SinkWriterMetricGroup metrics,
            int batch,
            Duration linger) {
        this.database = database;
        this.time = time;
        this.batch = batch;
        this.linger = linger;
        this.sent = metrics.getNumRecordsSendCounter();
        this.refused = metrics.getNumRecordsSendErrorsCounter();
    }

    @Override
    public void write(QueueCommand command, Context context) throws IOException, InterruptedException {
        buffer.add(command);
        if (buffer.size() >= batch) {
            writeBuffer();
        } else if (!timerSet) {
            timerSet = true;
            time.registerTimer(time.getCurrentProcessingTime() + linger.toMillis(), now -> {
                timerSet = false;
                writeBuffer();
            });
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        writeBuffer();
    }

    private void writeBuffer() throws IOException, InterruptedException {
        for (List<QueueCommand> group : Groups.byKind(buffer)) {
            writeGroup(group);
        }
        buffer.clear();
    }

    private void writeGroup(List<QueueCommand> group) throws IOException, InterruptedException {
        try {
            database.call(open -> Groups.apply(open, group));
            sent.inc(group.size());
        } catch (IllegalArgumentException e) {
            if (group.size() == 1) {
                refused.inc();
                LOG.warn(
                        "The queue takes no such {}, left out: {}", group.get(0).kind(), e.getMessage());
            } else {
                // One bad command must not take the others with it.
                for (QueueCommand command : group) {
                    writeGroup(List.of(command));
                }
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
