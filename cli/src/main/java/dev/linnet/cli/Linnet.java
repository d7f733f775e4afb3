package dev.linnet.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code linnet} command. Data goes to stdout, words to stderr; it exits with 0, 1 (it failed) or 2 (wrong usage). */
@Command(
        name = "linnet",
        description = "Reads the public stream for an author, and queues what they would likely share.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ConsoleCommand.class,
            WeightsCommand.class,
            OutcomesCommand.class,
            ReplayJournalCommand.class,
            KeywordsCommand.class,
            ExtractCommand.class,
            MatchCommand.class,
            PhrasesCommand.class,
            RankCommand.class,
            SentimentCommand.class,
            SpikesCommand.class,
            TrainSentimentCommand.class,
            GenerateCompletion.class,
        },
        footer = {
            "",
            "Start with:  linnet demo",
            "Then:        linnet init && linnet run --config linnet.yaml",
        })
public final class Linnet {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Log what goes on, and print stack traces.")
    private boolean verbose;

    private Linnet() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        if (Arrays.asList(args).contains("--verbose")) {
            System.setProperty("linnet.log.level", "INFO");
            System.setProperty("linnet.library.level", "INFO");
        }
        // UTF-8 whatever the locale: the output is data, and posts are in every script.
        System.exit(commandLine()
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(args));
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8)), true);
    }

    /** The command line, as {@code main} and tests use it. */
    public static CommandLine commandLine() {
        Linnet linnet = new Linnet();
        return new CommandLine(linnet)
                .registerConverter(java.time.Duration.class, new Durations())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> linnet.report(failure, commandLine));
    }

    private int report(Exception failure, CommandLine commandLine) {
        commandLine.getErr().println("linnet: " + message(failure));
        if (verbose) {
            failure.printStackTrace(commandLine.getErr());
        }
        return failure instanceof CommandException known ? known.exitCode() : 1;
    }

    private static String message(Exception failure) {
        if (failure instanceof CommandException) {
            return String.valueOf(failure.getMessage());
        }
        return "this should not happen: " + failure + " (--verbose shows where)";
    }
}
