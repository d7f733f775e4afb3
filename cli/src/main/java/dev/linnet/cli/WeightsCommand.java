package dev.linnet.cli;

import dev.linnet.cli.journal.JournalMoment;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.pipeline.learn.JournalHistory;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.WeightRow;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linnet weights}: what the decisions so far have taught, what they had taught, and going back to that. */
@Command(
        name = "weights",
        description = {
            "Show the weights that the job has learnt from decisions, the strongest first;",
            "or those of an earlier moment; or let learning go back to one."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The mean is in log-odds: above 0 speaks for a post, below 0 against it. The",
            "deviation is its standard deviation, decisions how many moved it.",
            "",
            "A MOMENT is the number of an act in the journal, or a time: 1234, 2026-11-21,",
            "2026-11-21T09:30. A running job hears of a rollback at once.",
            "",
            "Example:  linnet weights --config linnet.yaml --top 20",
            "          linnet weights --rollback-to 2026-11-20 --why 'someone else used my console'"
        })
final class WeightsCommand implements Callable<Integer> {
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

    @ArgGroup(exclusive = true)
    private @Nullable Past past;

    @Option(
            names = "--why",
            paramLabel = "WORDS",
            description = "With a rollback or its undo: the reason, for the journal.")
    private String why = "";

    /** What is asked of the past. */
    private static final class Past {
        @Option(
                names = "--at",
                paramLabel = "MOMENT",
                description = "The weights as they were, built again from the journal.")
        private @Nullable String at;

        @Option(
                names = "--rollback-to",
                paramLabel = "MOMENT",
                description = "Decisions after it count no longer; an act of the journal, which can be taken back.")
        private @Nullable String rollbackTo;

        @Option(
                names = "--undo-rollback",
                paramLabel = "NUMBER",
                description = "Take a rollback back, by its number in the journal.")
        private @Nullable Long undoRollback;
    }

    @Override
    public Integer call() {
        if (top < 1) {
            throw CommandException.usage("--top must be 1 or more, but is " + top);
        }
        LinnetConfig settings = config.read();
        if (past != null && past.rollbackTo != null) {
            JournalMoment moment = moment("--rollback-to", past.rollbackTo);
            return QueueOpening.with(settings, database -> rollBack(database, settings, moment));
        }
        if (past != null && past.undoRollback != null) {
            long sequence = past.undoRollback;
            return QueueOpening.with(settings, database -> undo(database, settings, sequence));
        }
        if (!why.isEmpty()) {
            throw CommandException.usage("--why goes with --rollback-to or --undo-rollback");
        }
        show(past != null && past.at != null ? weightsAt(settings, moment("--at", past.at)) : weightsNow(settings));
        return 0;
    }

    private static JournalMoment moment(String option, String given) {
        try {
            return JournalMoment.parse(given, ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(option + " " + e.getMessage());
        }
    }

    private List<WeightRow> weightsNow(LinnetConfig settings) {
        return QueueOpening.with(settings, database -> database.records().weights(top));
    }

    private List<WeightRow> weightsAt(LinnetConfig settings, JournalMoment moment) {
        Vocabulary vocabulary = config.vocabulary(settings, err());
        JournalHistory history =
                QueueOpening.with(settings, database -> JournalHistory.read(database.journal(), moment));
        WeightLedger ledger = history.ledger(vocabulary);
        err().println("linnet: the weights after act " + history.last() + " of the journal, from "
                + ledger.decisions().size() + " decisions");
        JournalFaults.tell(history, ledger, err());
        return ledger.weights().stream()
                .map(weight -> new WeightRow(
                        weight.kind(), weight.name(), weight.mean(), weight.deviation(), weight.decisions()))
                .sorted(Comparator.comparingDouble((WeightRow row) -> -Math.abs(row.mean())))
                .limit(top)
                .toList();
    }

    private void show(List<WeightRow> weights) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            weights.forEach(weight -> out.println(WeightLines.json(weight)));
        } else if (!weights.isEmpty()) {
            out.print(WeightLines.table(weights));
        }
        out.flush();
        if (weights.isEmpty()) {
            err().println("linnet: nothing has been learnt yet; decide some suggestions first");
        }
    }

    private int rollBack(QueueDatabase database, LinnetConfig settings, JournalMoment moment) {
        long last = database.journal().last();
        long to = JournalHistory.read(database.journal(), moment).last();
        if (to == last) {
            throw CommandException.usage("--rollback-to " + moment + " is the journal's end (act " + last
                    + "); there is nothing after it to go back from");
        }
        JournalEntry act = append(database, settings, JournalEntry.Act.ROLLBACK, to, Map.of("to", (double) to));
        err().println("linnet: learning goes back to act " + to + ": what was decided since counts no longer");
        err().println("linnet: to take that back: linnet weights --undo-rollback " + act.sequence());
        return 0;
    }

    private int undo(QueueDatabase database, LinnetConfig settings, long sequence) {
        boolean isRollback = database.journal().after(sequence - 1, 1).stream()
                .anyMatch(entry -> entry.sequence() == sequence && entry.act() == JournalEntry.Act.ROLLBACK);
        if (!isRollback) {
            throw CommandException.usage("act " + sequence + " of the journal is no rollback");
        }
        append(database, settings, JournalEntry.Act.UNDO, sequence, Map.of("undoes", (double) sequence));
        err().println("linnet: the rollback " + sequence + " is taken back; all decisions count again");
        return 0;
    }

    private JournalEntry append(
            QueueDatabase database, LinnetConfig settings, JournalEntry.Act act, long on, Map<String, Double> data) {
        return database.journal().append(Instant.now(), settings.author().name(), act, Long.toString(on), why, data);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
