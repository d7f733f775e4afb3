package dev.linnet.cli;

import dev.linnet.cli.run.ConsoleServer;
import dev.linnet.pipeline.config.LinnetConfig;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linnet console}: the console alone, beside a job that runs elsewhere. */
@Command(
        name = "console",
        description = {
            "Serve the console on the queue database of a configuration, until Ctrl-C.",
            "The job runs elsewhere; 'linnet run' has a console of its own."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  linnet console --config linnet.yaml"})
final class ConsoleCommand implements Callable<Integer> {
    private static final long FAREWELL_SECONDS = 10;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        LinnetConfig settings = config.read();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, closed, err), "linnet-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try (ConsoleServer server = ConsoleServer.start(settings, config.vocabulary(settings, err))) {
            err.println("linnet: the console is at " + server.url());
            err.println("linnet: Ctrl-C ends it");
            stop.await();
            return 0;
        } finally {
            closed.countDown();
        }
    }

    private static void stopAndWait(CountDownLatch stop, CountDownLatch closed, PrintWriter err) {
        stop.countDown();
        try {
            if (!closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                err.println("linnet: the console did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
