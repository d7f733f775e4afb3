package dev.linnet.cli;

import dev.linnet.pipeline.JobAssembly;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Work on the queue database that a configuration names, where there must be one already. */
final class QueueOpening {
    private static final String SQLITE = "jdbc:sqlite:";

    private QueueOpening() {}

    static <T> T with(LinnetConfig settings, Function<QueueDatabase, T> work) {
        String url = settings.queue().url();
        if (url.startsWith(SQLITE) && !Files.exists(Path.of(url.substring(SQLITE.length())))) {
            throw CommandException.failed(
                    "there is no queue database " + url.substring(SQLITE.length())
                            + " yet; 'linnet run' makes it, or set queue.url to the one in use",
                    null);
        }
        try (QueueDatabase database = QueueDatabase.open(JobAssembly.queue(settings))) {
            return work.apply(database);
        } catch (QueueException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }
}
