package dev.linnet.review.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private final List<SocketChannel> channels = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    @Test
    void oneClientCannotTakeTheConnectionsOfAll() throws Exception {
        ConnectionLimits limits = new ConnectionLimits(address -> false);
        assertThat(admitted(limits, "203.0.113.9", 300)).isEqualTo(ConnectionLimits.PER_CLIENT);
        assertThat(admitted(limits, "198.51.100.1", 1)).isEqualTo(1);

        limits.onClosed(channels.get(0));
        assertThat(admitted(limits, "203.0.113.9", 2)).isEqualTo(1);
    }

    @Test
    void proxiesAndThisMachineHaveOnlyTheLimitInAll() throws Exception {
        InetAddress proxy = InetAddress.getByName("10.0.0.1");
        ConnectionLimits limits = new ConnectionLimits(proxy::equals);
        assertThat(admitted(limits, "10.0.0.1", 1_000)).isEqualTo(1_000);
        assertThat(admitted(limits, "127.0.0.1", ConnectionLimits.TOTAL)).isEqualTo(ConnectionLimits.TOTAL - 1_000);
        assertThat(admitted(limits, "198.51.100.1", 1)).isZero();
    }

    private int admitted(ConnectionLimits limits, String address, int attempts) throws Exception {
        int admitted = 0;
        for (int i = 0; i < attempts; i++) {
            SocketChannel channel = SocketChannel.open();
            channels.add(channel);
            admitted += limits.admit(channel, InetAddress.getByName(address)) ? 1 : 0;
        }
        return admitted;
    }
}
