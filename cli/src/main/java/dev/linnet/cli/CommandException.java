package dev.linnet.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot go on; the message names the thing and the mend, and is printed without a stack trace. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What was asked for cannot be: exit code 2. */
    public static CommandException usage(String message) {
        return new CommandException(2, message, null);
    }

    /** It was asked for rightly and failed: exit code 1. */
    public static CommandException failed(String message, @Nullable Throwable cause) {
        return new CommandException(1, message, cause);
    }

    /** The process's exit code. */
    public int exitCode() {
        return exitCode;
    }
}
