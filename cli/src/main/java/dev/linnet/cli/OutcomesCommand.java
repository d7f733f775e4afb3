package dev.linnet.cli;

import dev.linnet.cli.journal.OutcomeLine;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.SuggestionQueue.OutcomeAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linnet outcomes}: the figures of what was shared, for learning. */
@Command(
        name = "outcomes",
        description = {
            "Tell how what was shared did: approvals that did better than usual count more.",
            "FILE is CSV with the header id,reposts,likes,clicks, or JSON lines with these",
            "fields; - is stdin. Of the figures, some may be missing. Told again, nothing changes;",
            "new figures of a post take the place of the old."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:  linnet outcomes shared.csv"})
final class OutcomesCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "CSV or JSON lines; - is stdin.")
    private String file = "-";

    @Option(names = "--json", description = "Write what was done as a JSON object.")
    private boolean json;

    private int noted;
    private int known;
    private int leftOut;

    @Override
    public Integer call() {
        LinnetConfig settings = config.read();
        List<String> lines = lines();
        QueueOpening.with(settings, database -> {
            tell(lines, database, settings.author().name());
            return 0;
        });
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? "{\"noted\":%d,\"known\":%d,\"left_out\":%d}".formatted(noted, known, leftOut)
                        : "%d noted, %d known already, %d left out".formatted(noted, known, leftOut));
        out.flush();
        return leftOut == 0 ? 0 : 1;
    }

    private List<String> lines() {
        try {
            if (!file.equals("-")) {
                return Files.readAllLines(Path.of(file));
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return in.lines().toList();
        } catch (NoSuchFileException e) {
            throw CommandException.usage("there is no file " + file);
        } catch (IOException e) {
            throw CommandException.usage(file + " cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private void tell(List<String> lines, QueueDatabase database, String who) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            try {
                OutcomeLine outcome = read(line, columns);
                if (outcome != null) {
                    count(database.suggestions().outcome(outcome.id(), outcome.figures(), who, Instant.now()), outcome);
                }
            } catch (IllegalArgumentException e) {
                if (columns.isEmpty() && !line.startsWith("{")) {
                    throw CommandException.usage(file + ", line " + (i + 1) + ": " + e.getMessage());
                }
                leftOut++;
                spec.commandLine().getErr().println("linnet: " + file + ", line " + (i + 1) + ": " + e.getMessage());
            }
        }
    }

    private static @Nullable OutcomeLine read(String line, List<String> columns) {
        if (line.startsWith("{")) {
            return OutcomeLine.json(line);
        }
        if (columns.isEmpty()) {
            columns.addAll(OutcomeLine.header(line));
            return null;
        }
        return OutcomeLine.csv(columns, line);
    }

    private void count(OutcomeAnswer answer, OutcomeLine outcome) {
        switch (answer) {
            case NOTED -> noted++;
            case KNOWN -> known++;
            case NOT_APPROVED ->
                throw new IllegalArgumentException(
                        "no suggestion " + outcome.id() + " was approved, so nothing is learnt from its figures");
        }
    }
}
