package dev.linnet.cli;

import dev.linnet.cli.flink.FlinkPage;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that opens Flink's web page. */
final class FlinkPageOption {
    private static final int PREFERRED_PORT = 8081;
    private static final int ANY = -1;

    @Option(
            names = "--flink-page",
            arity = "0..1",
            paramLabel = "PORT",
            fallbackValue = "-1",
            description = {
                "Serve Flink's web page on this machine: read-only, with a new password for each start.",
                "Port 8081, or another when that is taken. Without this option Flink opens no port."
            })
    private @Nullable Integer port;

    /** The page that was asked for, or null. */
    @Nullable
    FlinkPage page() {
        if (port == null) {
            return null;
        }
        return FlinkPage.onPort(
                port == ANY ? LoopbackPort.preferably(PREFERRED_PORT) : LoopbackPort.named("--flink-page", port));
    }

    static void announce(@Nullable FlinkPage page, PrintWriter err) {
        if (page != null) {
            err.printf(
                    "linnet: Flink's page is at %s (read-only; user %s, password %s)%n",
                    page.url(), FlinkPage.USER, page.password());
        }
    }
}
