package dev.linnet.cli.run;

import dev.linnet.cli.CommandException;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.JobAssembly;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueException;
import dev.linnet.review.Console;
import dev.linnet.review.ConsoleException;
import dev.linnet.review.ConsoleSettings;
import dev.linnet.review.delivery.Delivery;
import dev.linnet.review.delivery.QuietHours;
import dev.linnet.review.delivery.Receiver;
import java.time.Clock;
import java.util.List;

/** The console on the queue database of a configuration, without the job. */
public final class ConsoleServer implements AutoCloseable {
    private final QueueDatabase database;
    private final Console console;
    private final Delivery delivery;
    private final Expiry expiry;

    private ConsoleServer(QueueDatabase database, Console console, Delivery delivery, Expiry expiry) {
        this.database = database;
        this.console = console;
        this.delivery = delivery;
        this.expiry = expiry;
    }

    /** Opens the database and serves the console on it. */
    public static ConsoleServer start(LinnetConfig config, Vocabulary vocabulary) {
        QueueDatabase database = null;
        try {
            database = QueueDatabase.open(JobAssembly.queue(config));
            return new ConsoleServer(
                    database,
                    start(config, vocabulary, database),
                    deliver(config, database),
                    Expiry.start(database, config.queue().expireAfter(), Clock.systemUTC()));
        } catch (QueueException | ConsoleException e) {
            if (database != null) {
                database.close();
            }
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** Serves the console on a database that is open. */
    static Console start(LinnetConfig config, Vocabulary vocabulary, QueueDatabase database) {
        return Console.start(
                settings(config),
                database.suggestions(),
                database.journal(),
                database.alerts(),
                database.records(),
                () -> vocabulary,
                Clock.systemDefaultZone());
    }

    /** Sends the alerts of a database that is open to where the configuration says. */
    static Delivery deliver(LinnetConfig config, QueueDatabase database) {
        List<Receiver> receivers = config.alerts().receivers().stream()
                .map(to ->
                        new Receiver(to.name(), Receiver.Kind.valueOf(to.kind().name()), to.url(), to.token()))
                .toList();
        LinnetConfig.Quiet quiet = config.alerts().quiet();
        QuietHours hours = quiet == null ? null : new QuietHours(quiet.from(), quiet.to(), quiet.zone());
        return Delivery.start(receivers, database.alerts(), hours, Clock.systemUTC());
    }

    private static ConsoleSettings settings(LinnetConfig config) {
        return new ConsoleSettings(
                config.console().host(),
                config.console().port(),
                config.console().password(),
                config.author().name(),
                "Linnet",
                config.relevance().perDay(),
                config.console().allowedHosts(),
                config.console().trustedProxies());
    }

    /** Where the console is. */
    public String url() {
        return console.url();
    }

    @Override
    public void close() {
        expiry.close();
        console.close();
        delivery.close();
        database.close();
    }
}
