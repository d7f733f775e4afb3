package dev.linnet.review.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Wires the limits into a Jetty server: connections, time and size of requests. */
public final class LimitedConnector {
    // Longer than the pause between two heartbeats of a live stream.
    private static final Duration IDLE_LIMIT = Duration.ofSeconds(20);
    private static final int BACKLOG = 1_024;
    // Else the system would keep some megabytes for each client that does not read.
    private static final int SEND_BUFFER_BYTES = 64 * 1_024;
    private static final int HEADER_BYTES = 8 * 1_024;

    private LimitedConnector() {}

    /**
     * Makes a connector with limits, and puts the reader of request bodies in front of the server's handler.
     *
     * @param host the address to listen on
     * @param port the port; 0 lets the system choose
     * @param isShared whether one address stands for many clients, so that it has no limit of its own: proxies
     */
    public static ServerConnector create(
            Server server, HttpConfiguration http, String host, int port, Predicate<InetAddress> isShared) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_LIMIT.toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.addBean(new ConnectionLimits(isShared));
        RequestDeadline deadline = new RequestDeadline(connector);
        server.addBean(deadline);
        server.insertHandler(new RequestReader(deadline));
        return connector;
    }
}
