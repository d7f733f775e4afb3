package dev.linnet.nlp;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** The processor time that one post may take of the thread that reads it. */
final class Budget {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean CPU_TIME = THREADS.isCurrentThreadCpuTimeSupported();

    private final Duration allowed;
    private final long start;

    Budget(Duration allowed) {
        this.allowed = allowed;
        this.start = now();
    }

    /** @throws UnreadablePostException when more was taken than is allowed */
    void check() throws UnreadablePostException {
        Duration taken = Duration.ofNanos(now() - start);
        if (taken.compareTo(allowed) > 0) {
            throw new UnreadablePostException("Reading took " + taken.toMillis() + " ms, more than the "
                    + allowed.toMillis() + " ms a post may take");
        }
    }

    private static long now() {
        return CPU_TIME ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
