package dev.linnet.pipeline.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration has mistakes; the message lists all of them. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    ConfigException(String file, List<ConfigProblem> problems) {
        super(file
                + (problems.size() == 1 ? " has a mistake:" : " has " + problems.size() + " mistakes:")
                + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** All mistakes, in the order of their lines. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
