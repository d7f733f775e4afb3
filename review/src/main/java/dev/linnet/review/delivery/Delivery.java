package dev.linnet.review.delivery;

import dev.linnet.queue.AlertBook;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells receivers of alerts while it is open, each in a thread of its own. */
public final class Delivery implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final List<Thread> threads = new ArrayList<>();

    private Delivery() {}

    /**
     * Begins to tell of the alerts in a book.
     *
     * @param quiet when nothing is told, or null
     */
    public static Delivery start(List<Receiver> receivers, AlertBook alerts, @Nullable QuietHours quiet, Clock clock) {
        return start(receivers, alerts, quiet, clock, LOOK_EVERY);
    }

    static Delivery start(
            List<Receiver> receivers, AlertBook alerts, @Nullable QuietHours quiet, Clock clock, Duration lookEvery) {
        Delivery delivery = new Delivery();
        for (Receiver receiver : receivers) {
            Post post = new Post(receiver, clock, Post.DEADLINE);
            Thread thread = new Thread(
                    new Courier(receiver, post, alerts, quiet, clock, lookEvery), "alerts to " + receiver.name());
            thread.setDaemon(true);
            thread.start();
            delivery.threads.add(thread);
        }
        return delivery;
    }

    /** Ends it; what was not told yet is told by the next. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(GRACE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
