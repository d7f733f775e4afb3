package dev.linnet.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real InfluxDB 1.x on loopback ports and in a temporary folder of its own, which can be killed, frozen and started again.
 * Closing it takes the folder away.
 */
public final class InfluxServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static @Nullable InfluxServer shared;

    private final Program program;
    private final Path folder;
    private final int port = FreePort.find();
    private final InfluxClient client;
    private @Nullable Process process;

    private InfluxServer(Settings settings) {
        program = DebianPackages.program("influxd", "influxdb");
        try {
            folder = Files.createTempDirectory("influxd");
            Files.writeString(folder.resolve("influxdb.conf"), settings.toToml(folder, port, FreePort.find()));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder for InfluxDB", e);
        }
        client = new InfluxClient(URI.create(url()), settings.user, settings.password);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        restart();
        if (settings.user != null) {
            client.query(
                    "",
                    "CREATE USER \"" + settings.user + "\" WITH PASSWORD '" + settings.password
                            + "' WITH ALL PRIVILEGES");
        }
    }

    /** A new server that asks for no password. */
    public static InfluxServer start() {
        return new Settings().start();
    }

    /** The server that all tests of this JVM share; each uses a database of its own. Ends with the JVM. */
    public static synchronized InfluxServer shared() {
        InfluxServer server = shared;
        if (server == null) {
            server = start();
            shared = server;
        }
        return server;
    }

    /** Settings for a server that is not the plain one. */
    public static Settings with() {
        return new Settings();
    }

    /** The address, such as {@code http://127.0.0.1:38086}. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The HTTP port. */
    public int port() {
        return port;
    }

    /**
     * The rows that an InfluxQL statement answers with, all series after one another.
     *
     * @throws IllegalStateException when the server answers with an error
     */
    public List<InfluxRow> query(String database, String statement) {
        return client.query(database, statement);
    }

    /** Makes an empty database, taking away what stood in it. */
    public void createDatabase(String database) {
        client.query("", "DROP DATABASE \"" + database + "\"");
        client.query("", "CREATE DATABASE \"" + database + "\"");
    }

    /** Writes line protocol with nanosecond times. */
    public void write(String database, String lines) {
        client.write(database, lines);
    }

    /** Ends the server as {@code kill -9} does; a write that was not yet on disk may be torn. */
    public synchronized void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
            process = null;
        }
    }

    /** Starts the server again on its port and with its data, and waits until it answers; no-op while it runs. */
    public synchronized void restart() {
        if (process != null) {
            return;
        }
        try {
            process = program.command("-config", folder.resolve("influxdb.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            awaitPing(process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + program.path(), e);
        }
    }

    /** Stops the process from running without ending it: connections stay open and nothing answers. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        signal("CONT");
    }

    @Override
    public synchronized void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException alreadyGone) {
            // Closed twice: by the test and at the JVM's end.
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void awaitPing(Process started) throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!client.answers()) {
            if (!started.isAlive() || System.nanoTime() > limit) {
                throw new IllegalStateException(
                        "InfluxDB did not start on port " + port + ":\n" + Files.readString(log()));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while InfluxDB started", e);
            }
        }
    }

    private synchronized void signal(String name) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("InfluxDB is not running");
        }
        try {
            await(new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal InfluxDB", e);
        }
    }

    private static void await(Process ending) {
        try {
            ending.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How a server differs from the plain one. */
    public static final class Settings {
        private @Nullable String user;
        private @Nullable String password;
        private long maxBodySize;

        private Settings() {}

        /** Asks for a password, and makes this user with all rights. */
        public Settings login(String user, String password) {
            this.user = user;
            this.password = password;
            return this;
        }

        /** Refuses bigger request bodies (compressed bytes) with 413. */
        public Settings maxBodySize(long bytes) {
            maxBodySize = bytes;
            return this;
        }

        /** Starts it. */
        public InfluxServer start() {
            return new InfluxServer(this);
        }

        private String toToml(Path folder, int port, int rpcPort) {
            return """
                    reporting-disabled = true
                    bind-address = "127.0.0.1:%d"
                    [meta]
                    dir = "%s/meta"
                    [data]
                    dir = "%s/data"
                    wal-dir = "%s/wal"
                    query-log-enabled = false
                    [monitor]
                    store-enabled = false
                    [http]
                    bind-address = "127.0.0.1:%d"
                    log-enabled = false
                    auth-enabled = %s
                    %s
                    """.formatted(
                            rpcPort,
                            folder,
                            folder,
                            folder,
                            port,
                            user != null,
                            maxBodySize == 0 ? "" : "max-body-size = " + maxBodySize);
        }
    }
}
