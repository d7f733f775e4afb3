package dev.linnet.pipeline.learn;

import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.io.Serializable;
import java.util.List;

/** Opens the journal where a part of the job runs. */
public interface JournalAccess extends Serializable {
    /** Names the journal: two of one name are the same. */
    String name();

    /** Opens it. */
    Reader open();

    /** An open journal. */
    interface Reader extends AutoCloseable {
        /** Entries with a sequence above {@code after}, oldest first. */
        List<JournalEntry> after(long after, int limit);

        @Override
        void close();
    }

    /** The journal of a queue database. */
    static JournalAccess of(QueueSettings settings) {
        return new OfDatabase(settings);
    }

    /** A journal without entries, for a job that has no queue database. */
    static JournalAccess none() {
        return new None();
    }

    /**
     * The journal of a queue database.
     *
     * @param settings where the database is
     */
    record OfDatabase(QueueSettings settings) implements JournalAccess {
        @Override
        public String name() {
            return settings.url();
        }

        @Override
        public Reader open() {
            QueueDatabase database = QueueDatabase.open(settings);
            return new Reader() {
                @Override
                public List<JournalEntry> after(long after, int limit) {
                    return database.journal().after(after, limit);
                }

                @Override
                public void close() {
                    database.close();
                }
            };
        }
    }

    /** A journal without entries. */
    record None() implements JournalAccess {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Reader open() {
            return new Reader() {
                @Override
                public List<JournalEntry> after(long after, int limit) {
                    return List.of();
                }

                @Override
                public void close() {}
            };
        }
    }
}
