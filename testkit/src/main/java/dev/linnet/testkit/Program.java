package dev.linnet.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that can be started.
 *
 * @param path its file
 * @param environment variables that it needs beyond the inherited ones; empty for an installed program
 */
public record Program(Path path, Map<String, String> environment) {
    /** A process of this program with the arguments, not yet started. */
    public ProcessBuilder command(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(path.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        return builder;
    }
}
