package dev.linnet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets on which a process accepts connections or packets, as Linux's {@code /proc} lists them. */
public final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final String UNCONNECTED = "07";

    private ListeningSockets() {}

    /** The addresses of a process, by port: TCP sockets that listen, and UDP sockets that no peer is set for. */
    public static List<InetSocketAddress> of(long pid) throws IOException {
        Set<String> inodes = inodes(pid);
        List<InetSocketAddress> sockets = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path file = Path.of("/proc/" + pid + "/net/" + table);
            String state = table.startsWith("tcp") ? LISTEN : UNCONNECTED;
            for (String line : Files.readAllLines(file)) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9 && columns[3].equals(state) && inodes.contains(columns[9])) {
                    sockets.add(address(columns[1]));
                }
            }
        }
        sockets.sort(Comparator.comparingInt(InetSocketAddress::getPort));
        return sockets;
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            descriptors.forEach(descriptor -> {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException closedMeanwhile) {
                    // A descriptor that is gone listens to nothing.
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return inodes;
    }

    /** An address in the kernel's hexadecimal notation, whose words of 32 bits are in the machine's byte order. */
    private static InetSocketAddress address(String hex) throws IOException {
        String[] parts = hex.split(":");
        byte[] words = HexFormat.of().parseHex(parts[0]);
        byte[] bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i / 4 * 4 + 3 - i % 4];
        }
        return new InetSocketAddress(InetAddress.getByAddress(bytes), Integer.parseInt(parts[1], 16));
    }
}
