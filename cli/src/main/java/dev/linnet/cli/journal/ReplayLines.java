package dev.linnet.cli.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linnet.cli.journal.JournalReplay.Move;
import dev.linnet.queue.Suggestion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a replay found, in words or as JSON lines. */
public final class ReplayLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXT = 60;

    private final Settings own;
    private final Settings other;

    public ReplayLines(Settings own, Settings other) {
        this.own = own;
        this.other = other;
    }

    /** The two columns of figures. */
    public String table(Fared before, Fared after) {
        String form = "%-34s %8s %8s%n";
        return String.format(Locale.ROOT, form, "how past decisions would fare", "own", "other")
                + String.format(
                        Locale.ROOT,
                        form,
                        "precision at the threshold",
                        number(before.precision()),
                        number(after.precision()))
                + String.format(
                        Locale.ROOT, form, "recall at the threshold", number(before.recall()), number(after.recall()))
                + String.format(Locale.ROOT, form, "log loss", number(before.logLoss()), number(after.logLoss()))
                + String.format(
                        Locale.ROOT,
                        form,
                        "mean place of approved, of " + Fared.RUN,
                        number(before.meanRank()),
                        number(after.meanRank()))
                + String.format(Locale.ROOT, form, "decisions on posts not seen", before.unseen(), after.unseen());
    }

    /** How many suggestions fall out and come in. */
    public String summary(List<Move> moves) {
        long out = moves.stream().filter(move -> change(move).equals("out")).count();
        long in = moves.stream().filter(move -> change(move).equals("in")).count();
        return "of %d suggestions, %d fall below the threshold (or are not seen), %d come above it%n"
                .formatted(moves.size(), out, in);
    }

    /** A suggestion and its two relevances. */
    public String line(Move move) {
        Suggestion post = move.queued().suggestion();
        String text = post.text().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return "%s\t%s\t%s\t%s\t%s\t@%s %s"
                .formatted(
                        number(move.before()),
                        number(move.after()),
                        change(move),
                        move.queued().state().name().toLowerCase(Locale.ROOT),
                        post.id(),
                        post.author(),
                        text.length() <= TEXT ? text : text.substring(0, TEXT) + "…");
    }

    private String change(Move move) {
        boolean was = move.before() >= own.threshold();
        boolean is = move.after() >= other.threshold();
        return was == is ? "same" : was ? "out" : "in";
    }

    /** The figures of one side as JSON. */
    public static String json(String settings, Fared fared) {
        ObjectNode node = JSON.createObjectNode().put("settings", settings).put("unseen", fared.unseen());
        put(node, "precision", fared.precision());
        put(node, "recall", fared.recall());
        put(node, "log_loss", fared.logLoss());
        put(node, "mean_rank", fared.meanRank());
        return node.toString();
    }

    /** A suggestion as JSON. */
    public String json(Move move) {
        ObjectNode node =
                JSON.createObjectNode().put("id", move.queued().suggestion().id());
        put(node, "before", move.before());
        put(node, "after", move.after());
        return node.put("change", change(move))
                .put("state", move.queued().state().name().toLowerCase(Locale.ROOT))
                .toString();
    }

    private static void put(ObjectNode node, String name, double value) {
        @Nullable Double known = Double.isNaN(value) ? null : (Double) value;
        node.put(name, known);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
