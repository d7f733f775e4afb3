package dev.linnet.cli;

import dev.linnet.keywords.mining.ReadingRules;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read blogs, and the rules that they make. */
final class ReadingOptions {
    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Most posts read from one source; default: ${DEFAULT-VALUE}.")
    private int most = 1_000;

    @Mixin
    private final LoopbackOption loopback = new LoopbackOption();

    ReadingRules rules() {
        if (most < 1) {
            throw CommandException.usage("--most must be 1 or more, but is " + most);
        }
        return loopback.rules().withMaxArticles(most);
    }
}
