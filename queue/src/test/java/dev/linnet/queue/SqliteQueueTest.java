package dev.linnet.queue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on SQLite. */
class SqliteQueueTest extends QueueContract {
    @TempDir
    private Path folder;

    @Override
    QueueSettings settings() {
        return QueueSettings.file(folder.resolve("made/queue.db"));
    }
}
