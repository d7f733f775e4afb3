package dev.linnet.review.http;

import dev.linnet.review.web.ClientNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.io.SelectorManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Limits how many connections are open, in all and for one client. A connection over a limit is closed at once. Thread-safe.
 *
 * <p>One client cannot use up the connections of all. This machine and proxies have no limit of their own, because many
 * people come by one address.
 */
final class ConnectionLimits implements SelectorManager.AcceptListener {
    /** How many connections are open in all. */
    static final int TOTAL = 4_000;
    /** How many connections one client has. */
    static final int PER_CLIENT = 256;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimits.class);

    private final Predicate<InetAddress> isShared;
    private final Map<SelectableChannel, ClientNetwork> open = new HashMap<>();
    private final Map<ClientNetwork, Integer> counts = new HashMap<>();
    private boolean isFull;

    /** @param isShared whether one address stands for many clients */
    ConnectionLimits(Predicate<InetAddress> isShared) {
        this.isShared = isShared;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        InetAddress address = address(channel);
        if (address == null || !admit(channel, address)) {
            close(channel);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        release(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        release(channel);
    }

    /** Counts a connection, or refuses it. */
    synchronized boolean admit(SelectableChannel channel, InetAddress address) {
        if (open.size() >= TOTAL) {
            if (!isFull) {
                LOG.warn("The console refuses connections: {} are open, which is the limit", TOTAL);
            }
            isFull = true;
            return false;
        }
        ClientNetwork client = ClientNetwork.of(address);
        int count = counts.getOrDefault(client, 0);
        if (count >= PER_CLIENT && !client.isLoopback() && !isShared.test(address)) {
            return false;
        }
        counts.put(client, count + 1);
        open.put(channel, client);
        return true;
    }

    private synchronized void release(SelectableChannel channel) {
        ClientNetwork client = open.remove(channel);
        if (client != null) {
            counts.computeIfPresent(client, (key, count) -> count > 1 ? count - 1 : null);
            isFull = isFull && open.size() > TOTAL * 9 / 10;
        }
    }

    @Nullable
    private static InetAddress address(SelectableChannel channel) {
        try {
            return channel instanceof SocketChannel socket && socket.getRemoteAddress() instanceof InetSocketAddress at
                    ? at.getAddress()
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static void close(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A refused connection was already closed", e);
        }
    }
}
