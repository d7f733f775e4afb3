package dev.linnet.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionOwnerTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
    private static final InetSocketAddress OURS = address("127.0.0.1", 8090);

    @TempDir
    Path folder;

    @Test
    void findsTheOwnerOfTheOtherEndInBothLists() throws Exception {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        write(
                "tcp",
                "   0: 0100007F:1F9A 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0",
                "   1: 0100007F:C350 0100007F:1F9A 01 00000000:00000000 00:00000000 00000000    33        0 4712 1 0");
        write(
                "tcp6",
                "   0: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:1F9A 01"
                        + " 00000000:00000000 00:00000000 00000000  1001        0 4713 1 0");
        ConnectionOwner owner = new ConnectionOwner(folder);

        assertThat(owner.user(address("127.0.0.1", 50_000), OURS)).hasValue(33);
        assertThat(owner.user(address("127.0.0.1", 50_001), OURS)).hasValue(1001);
        assertThat(owner.user(address("127.0.0.1", 50_002), OURS)).hasValue(ConnectionOwner.CLOSED);
        assertThat(owner.user(address("127.0.0.2", 50_000), OURS)).hasValue(ConnectionOwner.CLOSED);
    }

    @Test
    void closedSocketBelongsToNobodyAlthoughLinuxShowsRoot() throws Exception {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        write(
                "tcp",
                "   0: 0100007F:C350 0100007F:1F9A 04 00000000:00000000 00:00000000 00000000     0        0 0 1 0");
        assertThat(new ConnectionOwner(folder).user(address("127.0.0.1", 50_000), OURS))
                .hasValue(ConnectionOwner.CLOSED);
    }

    @Test
    void nothingIsKnownWithoutAList() {
        assertThat(new ConnectionOwner(folder).user(address("127.0.0.1", 50_000), OURS))
                .isEqualTo(ConnectionOwner.NO_LIST);
    }

    @Test
    void findsThisProcessesOwnConnections() throws Exception {
        assumeThat(Path.of("/proc/net/tcp")).exists();
        for (String host : List.of("127.0.0.1", "::1")) {
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(host));
                    Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                    Socket accepted = server.accept()) {
                assertThat(new ConnectionOwner(Path.of("/proc/net"))
                                .user((InetSocketAddress) accepted.getRemoteSocketAddress(), (InetSocketAddress)
                                        accepted.getLocalSocketAddress()))
                        .as(host + " " + client)
                        .isEqualTo(ConnectionOwner.ownUser());
            }
        }
    }

    private void write(String list, String... lines) throws Exception {
        Files.writeString(folder.resolve(list), HEAD + "\n" + String.join("\n", lines) + "\n");
    }

    private static InetSocketAddress address(String host, int port) {
        return new InetSocketAddress(host, port);
    }
}
