package dev.linnet.review;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An HTTP/1.1 connection on which a test sends exactly the bytes it wants, also wrong, slow or incomplete ones. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    RawHttp(Socket socket) {
        this.socket = socket;
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawHttp connect(int port) {
        try {
            return new RawHttp(new Socket("127.0.0.1", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one request on a connection of its own. */
    static Response once(int port, String request) {
        try (RawHttp http = connect(port)) {
            http.send(request);
            return http.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request as text: {@code get("/", "Host: localhost")}. */
    static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\n" + lines(headers) + "\r\n";
    }

    /** A form post. */
    static String post(String path, String form, String... headers) {
        return "POST " + path + " HTTP/1.1\r\n" + lines(headers)
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + form.length() + "\r\n\r\n" + form;
    }

    private static String lines(String... headers) {
        boolean hasHost = List.of(headers).stream().anyMatch(header -> header.startsWith("Host:"));
        return (hasHost ? "" : "Host: localhost\r\n")
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Whether the other side closes the connection within 30 seconds; what it sends until then is dropped. */
    boolean isClosedByPeer() {
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            while (System.nanoTime() < limit) {
                if (in.read() < 0) {
                    return true;
                }
            }
            return false;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** Says that nothing more is sent, and goes on listening. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends the connection at once with a reset instead of an orderly close. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads one response with its whole body. */
    Response read() throws IOException {
        Response head = readHead();
        String length = head.header("content-length");
        byte[] body;
        if (length != null) {
            body = in.readNBytes(Integer.parseInt(length));
        } else if ("chunked".equals(head.header("transfer-encoding"))) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = chunkSize(); size > 0; size = chunkSize()) {
                all.write(in.readNBytes(size));
                line();
            }
            line();
            body = all.toByteArray();
        } else {
            body = in.readAllBytes();
        }
        return new Response(head.status(), head.headers(), new String(body, StandardCharsets.UTF_8));
    }

    /** Reads the status line and headers only: for streams. */
    Response readHead() throws IOException {
        String status = line();
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + "\n" + b);
        }
        return new Response(Integer.parseInt(status.split(" ")[1]), headers, "");
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    /** A line without its end. */
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed in mid-line: " + line);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The next line of a stream that contains a text. */
    String lineWith(String text) throws IOException {
        String line = line();
        while (!line.contains(text)) {
            line = line();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /**
     * A response.
     *
     * @param status its status
     * @param headers by lower-case name; several of one name are joined by line ends
     * @param body the decoded body
     */
    record Response(int status, Map<String, String> headers, String body) {
        @Nullable
        String header(String name) {
            return headers.get(name);
        }

        /** The cookie that it sets, as the header of the next request. */
        String cookie() {
            return "Cookie: " + String.valueOf(header("set-cookie")).split(";")[0];
        }
    }
}
