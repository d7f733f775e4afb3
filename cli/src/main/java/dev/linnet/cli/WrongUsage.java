package dev.linnet.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a few lines what is wrong with a command line, what was likely meant, and where its help is. */
final class WrongUsage implements IParameterExceptionHandler {
    /** So many letters may be wrong, missing or too many. */
    private static final int SLIPS = 2;

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("linnet: " + failure.getMessage());
        if (args.length == 0) {
            command.usage(err);
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        CommandSpec spec = command.getCommandSpec();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            meant(unmatched.getUnmatched(), spec)
                    .ifPresent(meant -> err.println("linnet: did you mean " + meant + "?"));
        }
        err.println("linnet: '" + spec.qualifiedName() + " --help' tells what can be given");
        return spec.exitCodeOnInvalidInput();
    }

    private static Optional<String> meant(List<String> unmatched, CommandSpec spec) {
        if (unmatched.isEmpty()) {
            return Optional.empty();
        }
        String given = unmatched.get(0).replaceFirst("=.*", "").toLowerCase(Locale.ROOT);
        Stream<String> known = given.startsWith("-")
                ? spec.options().stream().map(OptionSpec::longestName)
                : spec.subcommands().keySet().stream();
        return known.filter(name -> slips(given, name) <= SLIPS || given.length() > 3 && name.startsWith(given))
                .min(Comparator.comparingInt(name -> slips(given, name)));
    }

    /** The edit distance by Levenshtein, with two neighbours that changed places as one slip (Damerau). */
    static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
