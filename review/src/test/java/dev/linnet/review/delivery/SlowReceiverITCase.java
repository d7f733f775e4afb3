package dev.linnet.review.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers that never finish their responses, or send the message elsewhere. */
@Timeout(20)
class SlowReceiverITCase {
    private static final Duration DEADLINE = Duration.ofMillis(700);
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger closedByClient = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private ServerSocket server;

    /** What a receiver sends: once at the beginning, and then again and again. */
    private volatile String head = "";

    private volatile String repeated = "";
    private volatile int pauseMillis = 20;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connections.add(connection);
                inBackground(() -> respond(connection));
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Test
    void bodyWithoutEndIsAFailedTryAfterTheDeadline() {
        head = CHUNKED;
        repeated = "1\r\nx\r\n";
        assertEndsAtTheDeadline();
    }

    @Test
    void headersWithoutEndAreAFailedTryAfterTheDeadline() {
        head = "HTTP/1.1 200 OK\r\n";
        repeated = "X-A: b\r\n";
        assertEndsAtTheDeadline();
    }

    @Test
    void silentReceiverIsAFailedTryAfterTheDeadline() {
        assertEndsAtTheDeadline();
    }

    @Test
    void longBodyIsReadNoFurtherThanItsLimit() {
        head = CHUNKED;
        repeated = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        pauseMillis = 0;

        assertThatCode(() -> post(Duration.ofSeconds(10)).send(address("/"), "{}", 1))
                .doesNotThrowAnyException();

        await().untilAsserted(() -> assertThat(closedByClient).hasValue(1));
        // The rest is in the buffers of the two sockets.
        assertThat(sent.get()).isLessThan(BoundedDiscard.LIMIT + (16L << 20));
    }

    @Test
    void redirectsAreNotFollowed() {
        head = "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + address("/elsewhere")
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        assertThatCode(() -> post(DEADLINE).send(address("/"), "{}", 1)).doesNotThrowAnyException();

        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(connections).hasSize(1));
    }

    private void assertEndsAtTheDeadline() {
        long begin = System.nanoTime();
        assertThatThrownBy(() -> post(DEADLINE).send(address("/"), "{}", 1)).isInstanceOf(UndeliveredException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(DEADLINE, DEADLINE.plusSeconds(5));
        // The exchange is cancelled: its connection is closed.
        await().untilAsserted(() -> assertThat(closedByClient).hasValue(1));
    }

    private Post post(Duration deadline) {
        Receiver receiver = new Receiver("hook", Receiver.Kind.WEBHOOK, address("/"), null);
        return new Post(receiver, Clock.systemUTC(), deadline);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void respond(Socket connection) throws InterruptedException {
        try {
            connection.getInputStream().read(new byte[64 * 1024]);
            connection.setSoTimeout(pauseMillis + 1);
            OutputStream out = connection.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            byte[] more = repeated.getBytes(US_ASCII);
            while (true) {
                out.write(more);
                sent.addAndGet(more.length);
                if (more.length == 0 && isClosed(connection)) {
                    closedByClient.incrementAndGet();
                    return;
                }
                Thread.sleep(pauseMillis);
            }
        } catch (IOException e) {
            closedByClient.incrementAndGet();
        }
    }

    private static boolean isClosed(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException e) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
