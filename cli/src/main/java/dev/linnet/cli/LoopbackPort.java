package dev.linnet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on the loopback address. */
public final class LoopbackPort {
    private static final int LARGEST = 65_535;

    private LoopbackPort() {}

    /** The given port, or another one when it is taken. */
    public static int preferably(int port) {
        try {
            return tryBind(port);
        } catch (IOException taken) {
            return free();
        }
    }

    /**
     * The port that an option names.
     *
     * @throws CommandException when it is no port, or taken
     */
    static int named(String option, int port) {
        if (port < 1 || port > LARGEST) {
            throw CommandException.usage(option + " is a port from 1 to " + LARGEST + ", not " + port);
        }
        try {
            return tryBind(port);
        } catch (IOException taken) {
            throw CommandException.failed(
                    "port " + port + " is taken; end the program that uses it, or give " + option + " another one",
                    taken);
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
