package dev.linnet.review.http;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose request does not arrive in time: headers and body together have 10 seconds, and after 3 seconds
 * must come at 100 bytes a second or more. A new connection has the 10 seconds from its opening. The client then has 30 seconds
 * to take the response, once that is complete.
 *
 * <p>Jetty's idle time-out starts anew with each byte, so a client that sends a byte now and then would stay for ever. Twice
 * a second one thread compares how many bytes each connection has received. Connections whose response is being made, such as
 * live streams, are left alone.
 */
final class RequestDeadline extends AbstractLifeCycle {
    /** The time for a request's headers and body. */
    static final Duration LIMIT = Duration.ofSeconds(10);
    /** The time for taking a response. */
    static final Duration SENDING_LIMIT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(RequestDeadline.class);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final long BYTES_A_SECOND = 100;
    private static final long SWEEP_MILLIS = 500;

    private final ServerConnector connector;
    private final Map<EndPoint, Progress> connections = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "console-deadline");
        worker.setDaemon(true);
        return worker;
    });

    RequestDeadline(ServerConnector connector) {
        this.connector = connector;
    }

    /** How far a connection's present request has come. */
    private static final class Progress {
        private boolean isAnswering;
        private boolean isReceiving = true;
        private boolean isSending;
        private long sendingSince;
        private long receivingSince;
        private long bytesBefore;

        private Progress(EndPoint endPoint) {
            long age = Math.max(0, System.currentTimeMillis() - endPoint.getCreatedTimeStamp());
            receivingSince = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(age);
        }

        private synchronized void received() {
            isAnswering = true;
        }

        private synchronized void sending() {
            isSending = true;
            sendingSince = System.nanoTime();
        }

        private synchronized void answered(long bytesIn) {
            isAnswering = false;
            isSending = false;
            isReceiving = false;
            bytesBefore = bytesIn;
        }

        private synchronized boolean isLate(long bytesIn, long now) {
            if (isAnswering) {
                return isSending && now - sendingSince > SENDING_LIMIT.toNanos();
            }
            long bytes = bytesIn - bytesBefore;
            if (!isReceiving && bytes > 0) {
                isReceiving = true;
                receivingSince = now;
            }
            long elapsed = now - receivingSince;
            boolean isSlow = bytes > 0
                    && elapsed > GRACE.toNanos()
                    && bytes < TimeUnit.NANOSECONDS.toMillis(elapsed) * BYTES_A_SECOND / 1_000;
            return isReceiving && (isSlow || elapsed > LIMIT.toNanos());
        }
    }

    /** A request was received in full: there is no deadline until it is answered. */
    void received(EndPoint endPoint) {
        progress(endPoint).received();
    }

    /** The response is complete and is being sent: the client has to take it in time. */
    void sending(EndPoint endPoint) {
        progress(endPoint).sending();
    }

    /** A request was answered: the connection waits for the next one. */
    void answered(EndPoint endPoint) {
        if (endPoint.isOpen()) {
            progress(endPoint).answered(bytesIn(endPoint));
        }
    }

    @Override
    protected void doStart() {
        thread.scheduleWithFixedDelay(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        thread.shutdownNow();
    }

    private void sweep() {
        try {
            Set<EndPoint> open = Set.copyOf(connector.getConnectedEndPoints());
            connections.keySet().retainAll(open);
            long now = System.nanoTime();
            for (EndPoint endPoint : open) {
                if (progress(endPoint).isLate(bytesIn(endPoint), now)) {
                    LOG.debug(
                            "Closed a connection of {}: it did not send its request, or take its response, in time",
                            endPoint);
                    endPoint.close();
                }
            }
        } catch (RuntimeException e) {
            // An exception would end the schedule, and with it the deadline.
            LOG.error("Slow connections could not be checked", e);
        }
    }

    private Progress progress(EndPoint endPoint) {
        return connections.computeIfAbsent(endPoint, Progress::new);
    }

    private static long bytesIn(EndPoint endPoint) {
        Connection connection = endPoint.getConnection();
        return connection == null ? 0 : connection.getBytesIn();
    }
}
