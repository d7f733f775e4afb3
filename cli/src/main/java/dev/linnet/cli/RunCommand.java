package dev.linnet.cli;

import dev.linnet.cli.flink.FlinkPage;
import dev.linnet.cli.run.Balance;
import dev.linnet.cli.run.InputFaults;
import dev.linnet.cli.run.JobProcess;
import dev.linnet.cli.run.Watch;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.source.InputFiles;
import dev.linnet.pipeline.source.UnreadableInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linnet run}: the job with the user's own settings, in this process. */
@Command(
        name = "run",
        description = {
            "Run the job with your settings, and the console with it.",
            "A run that was stopped or killed goes on from its newest checkpoint; after one that came to its end, the next begins anew,"
                    + " and what it writes again replaces itself.",
            "It exits with 1 when a part of the input could not be read; what could is delivered."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  linnet run --config linnet.yaml"})
final class RunCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private final FlinkPageOption flinkPage = new FlinkPageOption();

    @Option(names = "--json", description = "Write progress and balance as JSON lines to stdout.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        LinnetConfig settings = config.read();
        List<Path> files = files(settings);
        Vocabulary vocabulary = config.vocabulary(settings, err);
        FlinkPage page = flinkPage.page();
        Watch watch = new Watch(spec.commandLine().getOut(), err, json);
        try (JobProcess job = JobProcess.start(settings, vocabulary, null, page)) {
            err.printf(
                    "linnet: reading %d %s for %d keywords and %d trusted authors%n",
                    files.size(),
                    files.size() == 1 ? "file" : "files",
                    vocabulary.keywords().size(),
                    vocabulary.trustedAuthors().size());
            job.resumedFrom().ifPresent(from -> err.println("linnet: going on from the checkpoint " + from));
            job.consoleUrl().ifPresent(url -> err.println("linnet: the console is at " + url));
            FlinkPageOption.announce(page, err);
            return end(job, files, watch, watch.follow(job, null));
        } finally {
            watch.closed();
        }
    }

    private int end(JobProcess job, List<Path> files, Watch watch, Watch.End end) {
        Duration took = job.running();
        switch (end) {
            case FINISHED, TIME_OVER -> {
                job.finish();
                Balance balance = job.balance();
                watch.tell(balance, took);
                new InputFaults(balance, job.deadLetters(), files).message().ifPresent(message -> {
                    throw CommandException.failed(message, null);
                });
                return 0;
            }
            case STOPPED -> {
                watch.endLine();
                job.cancel();
                watch.tell(job.balance(), took);
                spec.commandLine().getErr().println("linnet: stopped; the next start goes on from here");
                return 0;
            }
            default -> {
                watch.endLine();
                throw CommandException.failed("the job failed: " + job.failure().orElse("unknown"), null);
            }
        }
    }

    private static List<Path> files(LinnetConfig settings) {
        List<String> paths = settings.sources().stream()
                .flatMap(source -> source.files().stream())
                .map(Path::toString)
                .toList();
        try {
            return InputFiles.list(paths).files();
        } catch (UnreadableInputException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }
}
