package dev.linnet.nlp.sentiment;

import dev.linnet.nlp.UnreadablePostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs CoreNLP's parsers, each text on a thread of its own that has a deep stack, and waits no longer than the budget. Whatever
 * a parser throws, errors included, becomes an {@link UnreadablePostException}.
 */
final class TimedReading implements AutoCloseable {
    private static final int DEEP_STACK_BYTES = 64 << 20;

    /** A parse that ran out of its budget goes on until it ends by itself; no more than these at a time. */
    private static final int MOST_THREADS = 16;

    private final Duration budget;
    private final ExecutorService worker = new ThreadPoolExecutor(
            0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), TimedReading::thread);

    TimedReading(Duration budget) {
        this.budget = budget;
    }

    <T> T read(Callable<T> reading) throws UnreadablePostException {
        Future<T> result;
        try {
            result = worker.submit(reading);
        } catch (RejectedExecutionException e) {
            throw new UnreadablePostException("CoreNLP is still busy with posts that took too long", e);
        }
        try {
            return result.get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new UnreadablePostException("CoreNLP took more than " + budget.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnreadablePostException(
                    "CoreNLP broke with " + cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadablePostException("The reading was interrupted", e);
        } finally {
            result.cancel(true);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "corenlp-sentiment", DEEP_STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
