package dev.linnet.keywords.mining.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that look at the very address they are about to connect to. Nothing lies between the look and the connection, so a
 * name that resolves to another address the second time ("DNS rebinding") gains nothing by it.
 */
final class GuardedSockets extends SocketFactory {
    private final AddressRules rules;

    GuardedSockets(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private final class GuardedSocket extends Socket {
        GuardedSocket() {
            // A socket that is told nothing takes the JVM's SOCKS proxy, which would resolve and connect out of sight.
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = endpoint instanceof InetSocketAddress inet ? inet.getAddress() : null;
            if (address == null || !rules.allows(address)) {
                throw new ForbiddenAddressException(address == null ? endpoint.toString() : address.getHostAddress());
            }
            super.connect(endpoint, timeout);
        }
    }

    /** A connection to an address that is not to be read. */
    static final class ForbiddenAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String address) {
            super(address);
        }
    }
}
