package dev.linnet.cli.embedded;

import dev.linnet.cli.RandomPassword;
import io.questdb.Bootstrap;
import io.questdb.PropBootstrapConfiguration;
import io.questdb.PropServerConfiguration;
import io.questdb.ServerConfiguration;
import io.questdb.ServerMain;
import io.questdb.std.FilesFacadeImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * QuestDB inside this process, on the loopback address: the time-series store of a user who runs no other. It takes the line
 * protocol at {@code /write} and shows its web console at its {@linkplain #url() address}.
 *
 * <p>Each start makes a new random password. Every request needs it, and must be made to a loopback name and not by the page of
 * another site; see {@link QuestDbGuard}.
 */
public final class EmbeddedQuestDb implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ONE_THREAD = "1";

    private static final String USER = "linnet";
    /** 0700, as a decimal number. */
    private static final String OWNER_ONLY = "448";

    private final ServerMain server;
    private final int httpPort;
    private final String password;

    private EmbeddedQuestDb(ServerMain server, int httpPort, String password) {
        this.server = server;
        this.httpPort = httpPort;
        this.password = password;
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @param folder where it keeps its data; made if missing
     * @param httpPort the port for the line protocol, SQL over HTTP and the web console
     * @throws IOException when the port is taken or the folder cannot be written; the message names the mend
     */
    public static EmbeddedQuestDb start(Path folder, int httpPort) throws IOException {
        requireFree(httpPort);
        prepare(folder);
        String password = RandomPassword.create();
        try {
            ServerMain[] server = new ServerMain[1];
            quietly(() -> {
                server[0] = new ServerMain(new Bootstrap(
                        new Quiet(properties(httpPort, password)),
                        "-d",
                        folder.toAbsolutePath().toString()));
                server[0].start();
            });
            return new EmbeddedQuestDb(server[0], httpPort, password);
        } catch (RuntimeException e) {
            throw new IOException(
                    "The embedded time-series store could not start in " + folder + ": " + e.getMessage()
                            + ". Is another Linnet using that folder?",
                    e);
        }
    }

    /** QuestDB itself would only say so in its log. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
        } catch (IOException e) {
            throw new IOException(
                    "Port " + port + " on " + LOOPBACK + " is taken (" + e.getMessage()
                            + "); end what uses it, or give the embedded time-series store another port",
                    e);
        }
    }

    private static void prepare(Path folder) throws IOException {
        try {
            Path conf = Files.createDirectories(folder.resolve("conf"));
            Files.createDirectories(folder.resolve("log"));
            Files.writeString(conf.resolve("log.conf"), """
                    writers=file
                    w.file.class=io.questdb.log.LogRollingFileWriter
                    w.file.location=${log.dir}/questdb-rolling.log.${date:yyyyMMdd}
                    w.file.level=ERROR,CRITICAL
                    w.file.rollEvery=day
                    w.file.rollSize=10m
                    w.file.lifeDuration=7d
                    """);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write to " + folder + " (" + e.getMessage()
                            + "); free space there, make it writable, or choose another folder",
                    e);
        }
    }

    private static Map<String, String> properties(int httpPort, String password) {
        Map<String, String> properties = new HashMap<>();
        properties.put("QDB_HTTP_BIND_TO", LOOPBACK + ":" + httpPort);
        properties.put("QDB_HTTP_USER", USER);
        properties.put("QDB_HTTP_PASSWORD", password);
        properties.put("QDB_HTTP_MIN_ENABLED", "false");
        properties.put("QDB_PG_ENABLED", "false");
        properties.put("QDB_LINE_TCP_ENABLED", "false");
        properties.put("QDB_LINE_UDP_ENABLED", "false");
        properties.put("QDB_CAIRO_MKDIR_MODE", OWNER_ONLY);
        properties.put("QDB_CONFIG_RELOAD_ENABLED", "false");
        properties.put("QDB_TELEMETRY_ENABLED", "false");
        properties.put("QDB_CAIRO_MAT_VIEW_ENABLED", "false");
        properties.put("QDB_SHARED_WORKER_COUNT", ONE_THREAD);
        return properties;
    }

    /** The address, such as {@code http://127.0.0.1:9000}. */
    public String url() {
        return "http://" + LOOPBACK + ":" + httpPort;
    }

    /** The user of HTTP's Basic authentication. */
    public String user() {
        return USER;
    }

    /** The password of this start. */
    public String password() {
        return password;
    }

    @Override
    public void close() {
        quietly(server::close);
    }

    /** Without the words that QuestDB prints past its log at start and end: stdout is for data, stderr for Linnet's words. */
    private static void quietly(Runnable work) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        try {
            work.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Settings from here alone, whatever stands in the environment, and no banner on stdout. */
    private static final class Quiet extends PropBootstrapConfiguration {
        private final Map<String, String> properties;

        private Quiet(Map<String, String> properties) {
            this.properties = properties;
        }

        @Override
        public Map<String, String> getEnv() {
            return properties;
        }

        @Override
        public @Nullable String getBanner() {
            return null;
        }

        @Override
        public ServerConfiguration getServerConfiguration(Bootstrap bootstrap) throws Exception {
            return new PropServerConfiguration(
                    bootstrap.getRootDirectory(),
                    bootstrap.loadProperties(),
                    getEnv(),
                    bootstrap.getLog(),
                    bootstrap.getBuildInformation(),
                    FilesFacadeImpl.INSTANCE,
                    bootstrap.getMicrosecondClock(),
                    (configuration, engine, freeOnExit) -> new QuestDbGuard(configuration));
        }
    }
}
