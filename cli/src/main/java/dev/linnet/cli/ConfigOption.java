package dev.linnet.cli;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.config.ConfigException;
import dev.linnet.pipeline.config.ConfigReader;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.config.VocabularyLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}, and the reading of what it names. */
final class ConfigOption {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "linnet.yaml",
            description = "The configuration; default: ${DEFAULT-VALUE}.")
    private Path file = Path.of("linnet.yaml");

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
            return new ConfigReader().read(file);
        } catch (ConfigException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
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
