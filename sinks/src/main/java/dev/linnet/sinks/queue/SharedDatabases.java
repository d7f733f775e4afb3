package dev.linnet.sinks.queue;

import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.util.HashMap;
import java.util.Map;

/** One open queue database for all subtasks of this JVM that write to the same one; closed after the last. */
final class SharedDatabases {
    private static final Map<QueueSettings, Shared> OPEN = new HashMap<>();

    private SharedDatabases() {}

    private static final class Shared {
        private final QueueDatabase database;
        private int users;

        private Shared(QueueDatabase database) {
            this.database = database;
        }
    }

    static QueueDatabase acquire(QueueSettings settings) {
        synchronized (OPEN) {
            Shared shared = OPEN.computeIfAbsent(settings, wanted -> new Shared(QueueDatabase.open(wanted)));
            shared.users++;
            return shared.database;
        }
    }

    static void release(QueueSettings settings) {
        synchronized (OPEN) {
            Shared shared = OPEN.get(settings);
            if (shared != null && --shared.users == 0) {
                OPEN.remove(settings);
                shared.database.close();
            }
        }
    }

    static int count() {
        synchronized (OPEN) {
            return OPEN.size();
        }
    }
}
