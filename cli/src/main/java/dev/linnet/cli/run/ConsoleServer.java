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
import java.time.Clock;

/** The console on the queue database of a configuration, without the job. */
public final class ConsoleServer implements AutoCloseable {
    private final QueueDatabase database;
    private final Console console;

    private ConsoleServer(QueueDatabase database, Console console) {
        this.database = database;
        this.console = console;
    }

    /** Opens the database and serves the console on it. */
    public static ConsoleServer start(LinnetConfig config, Vocabulary vocabulary) {
        QueueDatabase database = null;
        try {
            database = QueueDatabase.open(JobAssembly.queue(config));
            return new ConsoleServer(database, start(config, vocabulary, database));
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

    private static ConsoleSettings settings(LinnetConfig config) {
        return new ConsoleSettings(
                config.console().host(),
                config.console().port(),
                config.console().password(),
                config.author().name(),
                "Linnet",
                config.relevance().perDay());
    }

    /** Where the console is. */
    public String url() {
        return console.url();
    }

    @Override
    public void close() {
        console.close();
        database.close();
    }
}
