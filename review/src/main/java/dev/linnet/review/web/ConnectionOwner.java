package dev.linnet.review.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which user of this machine owns the other end of a loopback connection. Linux lists all TCP sockets with their owner in
 * {@code /proc/net/tcp} and {@code tcp6}; elsewhere nothing is known.
 */
final class ConnectionOwner {
    /** The owner is not known, because this system has no such list. */
    static final OptionalInt NO_LIST = OptionalInt.empty();

    /** No user has this number: the other end is closed already. */
    static final int CLOSED = -1;

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionOwner.class);
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int USER = 7;
    private static final int INODE = 9;
    /** The list is not a snapshot: an entry may be missed while others come and go. */
    private static final int ATTEMPTS = 3;

    private final Path folder;

    /** @param folder where the lists are, such as {@code /proc/net} */
    ConnectionOwner(Path folder) {
        this.folder = folder;
    }

    /** The number of the user whom this process runs as, or empty where users have none. */
    static OptionalInt ownUser() {
        try {
            return OptionalInt.of((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * The number of the user who owns the other end of a connection; {@link #CLOSED} when that end is closed, and {@link #NO_LIST}
     * where nothing is known.
     *
     * @param peer the other end
     * @param local this end
     */
    OptionalInt user(InetSocketAddress peer, InetSocketAddress local) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                OptionalInt user = search(peer, local);
                if (user.isPresent()) {
                    return user;
                }
            }
            return OptionalInt.of(CLOSED);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The owner of a connection is not known", e);
            return NO_LIST;
        }
    }

    private OptionalInt search(InetSocketAddress peer, InetSocketAddress local) throws IOException {
        for (String list : List.of("tcp", "tcp6")) {
            boolean isV6 = list.equals("tcp6");
            String theirs = entry(peer, isV6);
            String ours = entry(local, isV6);
            Path file = folder.resolve(list);
            if (theirs.isEmpty() || ours.isEmpty() || isV6 && !Files.exists(file)) {
                continue;
            }
            try (Stream<String> lines = Files.lines(file)) {
                OptionalInt user = lines.map(line -> line.strip().split("\\s+"))
                        .filter(columns ->
                                columns.length > INODE && columns[LOCAL].equals(theirs) && columns[REMOTE].equals(ours))
                        // A socket that its program has closed has no inode, and Linux shows root as its owner.
                        .mapToInt(columns -> columns[INODE].equals("0") ? CLOSED : Integer.parseInt(columns[USER]))
                        .findFirst();
                if (user.isPresent()) {
                    return user;
                }
            }
        }
        return OptionalInt.empty();
    }

    /** An address as the list writes it: 32-bit words in the machine's byte order, in hexadecimal; empty for IPv6 in the list of IPv4. */
    private static String entry(InetSocketAddress address, boolean inV6List) {
        InetAddress host = address.getAddress();
        byte[] bytes = host.getAddress();
        if (host instanceof Inet4Address && inV6List) {
            bytes = ByteBuffer.allocate(16)
                    .putShort(10, (short) 0xFFFF)
                    .position(12)
                    .put(bytes)
                    .array();
        } else if (!(host instanceof Inet4Address) && !inV6List) {
            return "";
        }
        ByteBuffer words = ByteBuffer.wrap(bytes);
        ByteBuffer written = ByteBuffer.allocate(bytes.length).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            written.putInt(words.getInt());
        }
        return HexFormat.of().withUpperCase().formatHex(written.array())
                + String.format(Locale.ROOT, ":%04X", address.getPort());
    }
}
