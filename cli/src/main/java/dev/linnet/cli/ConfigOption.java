package dev.linnet.cli;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.ConfigException;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.config.LiteralSecrets;
import dev.linnet.pipeline.config.VocabularyLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --config}, and the reading of what it names. */
final class ConfigOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "linnet.yaml",
            description = "The configuration; default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("linnet.yaml");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** As if the option had named a file. */
    static ConfigOption of(Path file) {
        ConfigOption option = new ConfigOption();
        option.file = file;
        return option;
    }

    Path file() {
        return file;
    }

    LinnetConfig read() {
        try {
            LinnetConfig config = new ConfigReader().read(file);
            if (command != null) {
                warnOfReadableSecrets(command.commandLine().getErr());
            }
            return config;
        } catch (ConfigException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }

    private void warnOfReadableSecrets(PrintWriter err) {
        List<String> secrets = LiteralSecrets.in(file);
        if (!secrets.isEmpty() && othersMayRead()) {
            err.printf(
                    "linnet: %s holds %s, and every user of this machine can read it: chmod 600 %s%n",
                    file, String.join(" and ", secrets), file);
        }
    }

    private boolean othersMayRead() {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException | IOException e) {
            return false;
        }
    }

    /** The vocabulary that a configuration asks for; what goes on meanwhile is told to {@code err}. */
    Vocabulary vocabulary(LinnetConfig settings, PrintWriter err) {
        try {
            return new VocabularyLoader(words -> err.println("linnet: " + words)).load(settings);
        } catch (IOException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }
}
