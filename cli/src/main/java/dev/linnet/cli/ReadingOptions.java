package dev.linnet.cli;

import dev.linnet.keywords.mining.ReadingRules;
import picocli.CommandLine.Option;

/** The options of commands that read blogs and pages, and the rules that they make. */
final class ReadingOptions {
    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Most posts read from one source; default: ${DEFAULT-VALUE}.")
    private int most = 1_000;

    @Option(
            names = "--allow-loopback",
            description = "Read addresses of this machine too, such as http://localhost:4000.")
    private boolean loopback;

    ReadingRules rules() {
        if (most < 1) {
            throw CommandException.usage("--most must be 1 or more, but is " + most);
        }
        ReadingRules standard = ReadingRules.standard();
        return new ReadingRules(
                standard.cache(),
                loopback,
                most,
                standard.maxBytes(),
                standard.requestDeadline(),
                standard.totalDeadline(),
                standard.delay());
    }
}
