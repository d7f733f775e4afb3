package dev.linnet.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linnet.queue.WeightRow;
import java.util.List;
import java.util.Locale;

/** Weights as a table, or as JSON lines. */
final class WeightLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WeightLines() {}

    static String table(List<WeightRow> weights) {
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

    static String json(WeightRow weight) {
        return JSON.createObjectNode()
                .put("kind", weight.kind())
                .put("name", weight.name())
                .put("mean", weight.mean())
                .put("deviation", weight.deviation())
                .put("decisions", weight.decisions())
                .toString();
    }
}
