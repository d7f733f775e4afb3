package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.pipeline.JobAssembly;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueException;
import dev.linnet.queue.WeightRow;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linnet weights}: what the decisions so far have taught. */
@Command(
        name = "weights",
        description = "Show the weights that the job has learnt from decisions, the strongest first.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The mean is in log-odds: above 0 speaks for a post, below 0 against it. The",
            "deviation is its standard deviation, decisions how many moved it.",
            "",
            "Example:  linnet weights --config linnet.yaml --top 20"
        })
final class WeightsCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SQLITE = "jdbc:sqlite:";

    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many of the strongest; default: ${DEFAULT-VALUE}.")
    private int top = 50;

    @Option(names = "--json", description = "Write a JSON object a line: kind, name, mean, deviation, decisions.")
    private boolean json;

    @Override
    public Integer call() {
        if (top < 1) {
            throw CommandException.usage("--top must be 1 or more, but is " + top);
        }
        List<WeightRow> weights = weights(config.read());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            weights.forEach(weight -> out.println(json(weight)));
        } else if (!weights.isEmpty()) {
            out.print(table(weights));
        }
        out.flush();
        if (weights.isEmpty()) {
            spec.commandLine().getErr().println("linnet: nothing has been learnt yet; decide some suggestions first");
        }
        return 0;
    }

    private List<WeightRow> weights(LinnetConfig settings) {
        String url = settings.queue().url();
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length())))) {
            throw CommandException.failed(
                    "there is no queue database " + url.substring(SQLITE.length())
                            + " yet; 'linnet run' makes it, or set queue.url to the one in use",
                    null);
        }
        try (QueueDatabase database = QueueDatabase.open(JobAssembly.queue(settings))) {
            return database.records().weights(top);
        } catch (QueueException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String table(List<WeightRow> weights) {
        int kind = weights.stream()
                .mapToInt(weight -> weight.kind().length())
                .max()
                .orElse(0);
        int name = weights.stream()
                .mapToInt(weight -> weight.name().length())
                .max()
                .orElse(0);
        String form = "%-" + Math.max(4, kind) + "s  %-" + Math.max(4, name) + "s  %7s  %9s  %9s%n";
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, form, "kind", "name", "mean", "deviation", "decisions"));
        for (WeightRow weight : weights) {
            table.append(String.format(
                    Locale.ROOT,
                    form,
                    weight.kind(),
                    weight.name(),
                    String.format(Locale.ROOT, "%+.3f", weight.mean()),
                    String.format(Locale.ROOT, "%.3f", weight.deviation()),
                    weight.decisions()));
        }
        return table.toString();
    }

    private static String json(WeightRow weight) {
        return JSON.createObjectNode()
                .put("kind", weight.kind())
                .put("name", weight.name())
                .put("mean", weight.mean())
                .put("deviation", weight.deviation())
                .put("decisions", weight.decisions())
                .toString();
    }
}
