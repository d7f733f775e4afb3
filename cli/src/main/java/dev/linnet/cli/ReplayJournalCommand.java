package dev.linnet.cli;

import dev.linnet.cli.journal.Fared;
import dev.linnet.cli.journal.JournalMoment;
import dev.linnet.cli.journal.JournalReplay;
import dev.linnet.cli.journal.ReplayLines;
import dev.linnet.cli.journal.Settings;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.learn.JournalHistory;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueuedSuggestion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linnet replay-journal}: what other settings would have done with the past. */
@Command(
        name = "replay-journal",
        description = {
            "Tell what a change of weights, vocabulary or settings would have done with the past:",
            "which suggestions gain and lose, and how past decisions would have fared.",
            "Nothing is changed."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:  cp linnet.yaml other.yaml   (and change something in it)",
            "          linnet replay-journal --config other.yaml"
        })
final class ReplayJournalCommand implements Callable<Integer> {
    @Spec
    private @SuppressWarnings("NullAway.Init") CommandSpec spec;

    @Mixin
    private final ConfigOption other = new ConfigOption();

    @Option(
            names = "--own",
            paramLabel = "FILE",
            defaultValue = "linnet.yaml",
            description = "The configuration in use, whose journal is played; default: ${DEFAULT-VALUE}.")
    private Path own = Path.of("linnet.yaml");

    @Option(
            names = "--until",
            paramLabel = "MOMENT",
            description = "Play only what came up to a moment: the number of an act, or a time.")
    private @Nullable String until;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many of the suggestions that move most; default: ${DEFAULT-VALUE}.")
    private int top = 20;

    @Option(names = "--json", description = "Write a JSON object a line: the figures of both, then the suggestions.")
    private boolean json;

    /** What the queue database holds. */
    private record Past(JournalHistory history, List<QueuedSuggestion> suggestions) {}

    @Override
    public Integer call() {
        if (top < 0) {
            throw CommandException.usage("--top must be 0 or more, but is " + top);
        }
        JournalMoment moment = moment();
        ConfigOption owns = ConfigOption.of(own);
        LinnetConfig ownConfig = owns.read();
        LinnetConfig otherConfig = other.read();
        PrintWriter err = spec.commandLine().getErr();
        Past past = QueueOpening.with(ownConfig, database -> read(database, moment));
        JournalHistory history = past.history();
        Settings ownSettings = new Settings(ownConfig, history.vocabulary(owns.vocabulary(ownConfig, err)));
        Settings otherSettings = new Settings(otherConfig, history.vocabulary(other.vocabulary(otherConfig, err)));
        WeightLedger ledger = WeightLedger.restore(ownSettings.vocabulary(), history.lessons());
        JournalFaults.tell(history, ledger, err);
        JournalReplay replay = new JournalReplay(ledger.decisions(), past.suggestions());
        write(replay, ownSettings, otherSettings, spec.commandLine().getOut());
        return 0;
    }

    private JournalMoment moment() {
        try {
            return until == null ? JournalMoment.end() : JournalMoment.parse(until, ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw CommandException.usage("--until " + e.getMessage());
        }
    }

    private static Past read(QueueDatabase database, JournalMoment moment) {
        List<QueuedSuggestion> suggestions =
                new ArrayList<>(database.suggestions().open(Integer.MAX_VALUE));
        suggestions.addAll(database.suggestions().settled(Integer.MAX_VALUE));
        suggestions.addAll(database.suggestions().decided(Integer.MAX_VALUE));
        return new Past(JournalHistory.read(database.journal(), moment), suggestions);
    }

    private void write(JournalReplay replay, Settings ownSettings, Settings otherSettings, PrintWriter out) {
        ReplayLines lines = new ReplayLines(ownSettings, otherSettings);
        Fared before = replay.fared(ownSettings);
        Fared after = replay.fared(otherSettings);
        List<JournalReplay.Move> moves = replay.moves(ownSettings, otherSettings);
        if (json) {
            out.println(ReplayLines.json("own", before));
            out.println(ReplayLines.json("other", after));
            moves.stream().limit(top).map(lines::json).forEach(out::println);
        } else {
            out.print(lines.table(before, after));
            out.print(lines.summary(moves));
            moves.stream()
                    .filter(move -> Double.compare(move.before(), move.after()) != 0)
                    .limit(top)
                    .map(lines::line)
                    .forEach(out::println);
        }
        out.flush();
    }
}
