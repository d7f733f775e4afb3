package dev.linnet.cli;

import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.queue.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet init}: writes a commented configuration to start from. */
@Command(
        name = "init",
        description = "Write a configuration with every setting explained; it never overwrites one.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  linnet init my-linnet.yaml"})
final class InitCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "linnet.yaml",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("linnet.yaml");

    @Override
    public Integer call() {
        try (InputStream sample = ConfigReader.class.getResourceAsStream("linnet.yaml")) {
            if (sample == null) {
                throw CommandException.failed("the sample is missing from Linnet's jar; build it again", null);
            }
            // It may come to hold passwords.
            PrivateFiles.createNew(file);
            try (OutputStream out = Files.newOutputStream(file)) {
                sample.transferTo(out);
            }
        } catch (FileAlreadyExistsException e) {
            throw CommandException.usage(file + " exists already; give another name: linnet init other.yaml");
        } catch (IOException e) {
            throw CommandException.failed(file + " cannot be written: " + e.getMessage(), e);
        }
        spec.commandLine().getErr().println("linnet: wrote " + file + "; edit it, then: linnet run --config " + file);
        return 0;
    }
}
