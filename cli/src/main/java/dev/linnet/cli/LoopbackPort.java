package dev.linnet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
public final class LoopbackPort {
    private LoopbackPort() {}

    /** The given port, or another one when it is taken. */
    public static int preferably(int port) {
        try {
            return tryBind(port);
        } catch (IOException taken) {
            return free();
        }
    }

    /** A port that is free now. */
    public static int free() {
        try {
            return tryBind(0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free on the loopback address", e);
        }
    }

    private static int tryBind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
