package dev.linnet.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A real nginx on a loopback port, with configuration and files in a temporary folder of its own, as any user. Closing it
 * removes the folder.
 */
public final class NginxServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final int port = FreePort.find();
    private final Process process;

    private NginxServer(IntFunction<String> servers) {
        Program program = DebianPackages.program("nginx", "nginx");
        try {
            folder = Files.createTempDirectory("nginx");
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(servers.apply(port)));
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            process = program.command("-p", folder.toString(), "-e", log().toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output").toFile()))
                    .start();
            awaitStart();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + program.path(), e);
        }
    }

    /**
     * Starts a server.
     *
     * @param servers gives the {@code server} blocks for the loopback port that they have to listen on
     * @throws IllegalStateException when nginx refuses the configuration; the message contains its log
     */
    public static NginxServer start(IntFunction<String> servers) {
        return new NginxServer(servers);
    }

    /** The port. */
    public int port() {
        return port;
    }

    /** What nginx has logged as errors. */
    public String errors() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // One process in the foreground: no change of the user, and nothing left over when it is killed.
    private String configuration(String servers) {
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log warn;
                events { worker_connections 512; }
                http {
                    access_log off;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, servers);
    }

    private Path log() {
        return folder.resolve("error.log");
    }

    private void awaitStart() throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                String output = errors() + Files.readString(folder.resolve("output"));
                close();
                throw new IllegalStateException("nginx did not start on port " + port + ":\n" + output);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while nginx started", e);
            }
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException alreadyGone) {
            // Closed twice: by the test and at the JVM's end.
        }
    }
}
