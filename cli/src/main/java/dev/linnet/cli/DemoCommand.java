package dev.linnet.cli;

import dev.linnet.cli.demo.Demo;
import dev.linnet.cli.demo.DemoSource;
import dev.linnet.cli.flink.FlinkPage;
import dev.linnet.cli.run.Balance;
import dev.linnet.cli.run.Watch;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linnet demo}: the whole of Linnet on an invented stream, in this process. */
@Command(
        name = "demo",
        description = {
            "Run all of Linnet in one process, on an invented author's blog and an invented stream:",
            "job, console, and embedded stores. Two minutes of its time pass in a second."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  linnet demo --for 60s"})
final class DemoCommand implements Callable<Integer> {
    private static final int PER_MINUTE = 600;
    private static final double SPEED = 120;

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final FlinkPageOption flinkPage = new FlinkPageOption();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "End after a time, such as 60s or 5m, with the balance.")
    private @Nullable Duration time;

    @Option(names = "--json", description = "Write progress and balance as JSON lines to stdout.")
    private boolean json;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The console's port; 8090, or another when that is taken.")
    private @Nullable Integer port;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Another seed makes another stream.")
    private long seed = 1;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "linnet-data/demo",
            description = "Where it keeps its data, emptied at each start; default: ${DEFAULT-VALUE}.")
    private Path folder = Path.of("linnet-data/demo");

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        FlinkPage page = flinkPage.page();
        Watch watch = new Watch(spec.commandLine().getOut(), err, json);
        Instant start = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
        try (Demo demo = Demo.start(
                folder,
                consolePort(),
                DemoSource.paced(seed, start, PER_MINUTE, SPEED),
                page,
                words -> err.println("linnet: " + words))) {
            err.println("linnet: the console is at " + demo.job().consoleUrl().orElse("(none)"));
            err.printf(
                    "linnet: the time series are at %s (user %s, password %s)%n",
                    demo.points().url(), demo.points().user(), demo.points().password());
            FlinkPageOption.announce(page, err);
            err.println("linnet: Ctrl-C ends it");
            Watch.End end = watch.follow(demo.job(), time);
            return end(demo, watch, end);
        } finally {
            watch.closed();
        }
    }

    private static int end(Demo demo, Watch watch, Watch.End end) {
        watch.endLine();
        if (end == Watch.End.FAILED) {
            throw CommandException.failed(
                    "the job failed: " + demo.job().failure().orElse("unknown"), null);
        }
        Duration took = demo.job().running();
        demo.job().drain();
        Balance balance = demo.job().balance();
        watch.tell(balance, took);
        if (!balance.closes()) {
            throw CommandException.failed("the balance does not close", null);
        }
        return 0;
    }

    private int consolePort() {
        if (port == null) {
            return LoopbackPort.preferably(Demo.CONSOLE_PORT);
        }
        return port == 0 ? 0 : LoopbackPort.named("--port", port);
    }
}
