package dev.linnet.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code linnet check}: whether a configuration is right, and all that is wrong with it. */
@Command(
        name = "check",
        description = "Check a configuration: every mistake with its line, its key and what would be right.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  linnet check --config linnet.yaml"})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Override
    public Integer call() {
        config.read();
        spec.commandLine().getErr().println("linnet: " + config.file() + " is right");
        return 0;
    }
}
