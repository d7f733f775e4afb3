package dev.linnet.sinks.points;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends points in order, one request at a time, from a thread of its own.
 *
 * <p>What the server does not take goes back to the head of the buffer, which is the writer's state, and sending is held back
 * for a while. While it is, nothing is under way: a checkpoint goes through, with the points in it. A full buffer lets the job
 * wait.
 *
 * <p>The base class sends a batch that is not full in a way that waits for the server, which would keep checkpoints waiting
 * with it. So here its timer is set beyond all use, and a timer of our own puts a {@linkplain PointEntry#tick() tick} into the
 * buffer, with the size of a full batch lowered to what is there.
 */
final class InfluxSinkWriter extends AsyncSinkWriter<Point, PointEntry> {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxSinkWriter.class);
    private static final long NEVER_MILLIS = TimeUnit.DAYS.toMillis(3650);

    private final SinkLimits limits;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService timers;
    private final PointStore store;
    private final BatchDelivery delivery;
    private final OneAtATime strategy;
    private final DequeRequestBuffer<PointEntry> buffer;
    private final ScheduledThreadPoolExecutor sender;
    private boolean lingerTimerSet;

    static InfluxSinkWriter create(
            WriterInitContext context,
            PointSettings settings,
            SinkLimits limits,
            RejectListener listener,
            Collection<BufferedRequestState<PointEntry>> restored) {
        PointStore store = PointStore.of(
                settings, new HttpSettings(limits.connectTimeout(), limits.requestTimeout(), !settings.isLoopback()));
        BatchDelivery delivery = new BatchDelivery(
                store,
                new WriterTally(context.metricGroup(), listener),
                new Backoff(limits.longestBackoff(), limits.longestRetryAfter(), new Random()),
                new OutageLog(LOG, settings.url(), Clock.systemUTC()),
                limits.requestTimeout());
        return new InfluxSinkWriter(
                context,
                limits,
                store,
                delivery,
                new OneAtATime(limits.batchPoints()),
                new DequeRequestBuffer<>(),
                restored);
    }

    private InfluxSinkWriter(
            WriterInitContext context,
            SinkLimits limits,
            PointStore store,
            BatchDelivery delivery,
            OneAtATime strategy,
            DequeRequestBuffer<PointEntry> buffer,
            Collection<BufferedRequestState<PointEntry>> restored) {
        super(
                new PointConverter(),
                context,
                configuration(limits, strategy),
                restored,
                new SimpleBatchCreator<>(limits.batchBytes()),
                buffer);
        this.limits = limits;
        this.mailbox = context.getMailboxExecutor();
        this.timers = context.getProcessingTimeService();
        this.store = store;
        this.delivery = delivery;
        this.strategy = strategy;
        this.buffer = buffer;
        this.sender = sender("points-" + context.getTaskInfo().getIndexOfThisSubtask());
        setLingerTimer();
        sender.execute(this::prepare);
    }

    private static AsyncSinkWriterConfiguration configuration(SinkLimits limits, OneAtATime strategy) {
        return AsyncSinkWriterConfiguration.builder()
                .setMaxBatchSize(limits.batchPoints())
                .setMaxBatchSizeInBytes(limits.batchBytes())
                .setMaxInFlightRequests(1)
                .setMaxBufferedRequests(limits.bufferedPoints())
                .setMaxTimeInBufferMS(NEVER_MILLIS)
                .setMaxRecordSizeInBytes(limits.batchBytes())
                // Requests have a time-out of their own; a second one beside it would send a batch twice at once.
                .setRequestTimeoutMS(NEVER_MILLIS)
                .setFailOnTimeout(true)
                .setRateLimitingStrategy(strategy)
                .build();
    }

    private static ScheduledThreadPoolExecutor sender(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** Makes the database at the start, before there is a point, so that a wrong address or login is told early. */
    private void prepare() {
        Duration again = delivery.prepare();
        if (!again.isZero() && !sender.isShutdown()) {
            try {
                var unused = sender.schedule(this::prepare, again.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closed) {
                LOG.debug("Closed before the server answered");
            }
        }
    }

    @Override
    public void write(Point point, @Nullable Context context) throws IOException, InterruptedException {
        super.write(point, context);
        setLingerTimer();
    }

    private void setLingerTimer() {
        if (!lingerTimerSet && !buffer.isEmpty()) {
            lingerTimerSet = true;
            var unused = timers.registerTimer(
                    timers.getCurrentProcessingTime() + limits.linger().toMillis(), time -> {
                        lingerTimerSet = false;
                        sendWhatThereIs();
                        setLingerTimer();
                    });
        }
    }

    private void sendWhatThereIs() throws IOException, InterruptedException {
        if (!buffer.isEmpty() && !strategy.blocks() && buffer.size() < limits.bufferedPoints()) {
            strategy.contentWith(buffer.size() + 1);
            try {
                super.write(PointConverter.TICK, null);
            } finally {
                strategy.contentWithFullBatches();
            }
        }
    }

    @Override
    protected void submitRequestEntries(List<PointEntry> batch, ResultHandler<PointEntry> handler) {
        sender.execute(() -> {
            try {
                finish(delivery.deliver(batch), handler);
            } catch (RejectedExecutionException closed) {
                LOG.debug("The task ended while a request was under way", closed);
            } catch (RuntimeException | Error e) {
                handler.completeExceptionally(new IOException("A batch of points could not be sent", e));
            }
        });
    }

    private void finish(BatchDelivery.Result result, ResultHandler<PointEntry> handler) {
        if (sender.isShutdown()) {
            return;
        }
        if (result.fatal() != null) {
            handler.completeExceptionally(new IOException(
                    "The points cannot be stored: " + result.fatal() + ". Check the address of the time-series store"));
            return;
        }
        if (!result.hold().isZero()) {
            strategy.hold();
            mailbox.execute(() -> releaseAfter(result.hold()), "hold points back");
        }
        if (result.unsent().isEmpty()) {
            handler.complete();
        } else {
            handler.retryForEntries(result.unsent());
        }
    }

    private void releaseAfter(Duration hold) {
        var unused = timers.registerTimer(timers.getCurrentProcessingTime() + hold.toMillis(), time -> {
            strategy.release();
            sendWhatThereIs();
            setLingerTimer();
        });
    }

    @Override
    protected long getSizeInBytes(PointEntry entry) {
        // A point beyond the limit goes alone; whether it is too big is the server's to say.
        return Math.min(entry.size(), limits.batchBytes());
    }

    @Override
    public void close() {
        sender.shutdownNow();
        store.close();
        super.close();
    }
}
