package dev.linnet.pipeline.learn;

import dev.linnet.keywords.mining.RedactedUrl;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueDatabase;
import dev.linnet.queue.QueueSettings;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Opens the journal where a part of the job runs. */
public interface JournalAccess extends Serializable {
    /** Names the journal: two of one name are the same. */
    String name();

    /** Opens it. */
    Session open();

    /** An open journal. */
    interface Session extends AutoCloseable {
        /** Entries with a sequence above {@code after}, oldest first. */
        List<JournalEntry> after(long after, int limit);

        /** Writes an act at its end. */
        void append(Instant at, String who, JournalEntry.Act act, String subject, String why, Map<String, Double> data);

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
            return RedactedUrl.of(settings.url());
        }

        @Override
        public Session open() {
            QueueDatabase database = QueueDatabase.open(settings);
            return new Session() {
                @Override
                public List<JournalEntry> after(long after, int limit) {
                    return database.journal().after(after, limit);
                }

                @Override
                public void append(
                        Instant at,
                        String who,
                        JournalEntry.Act act,
                        String subject,
                        String why,
                        Map<String, Double> data) {
                    database.journal().append(at, who, act, subject, why, data);
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
        public Session open() {
            return new Session() {
                @Override
                public List<JournalEntry> after(long after, int limit) {
                    return List.of();
                }

                @Override
                public void append(
                        Instant at,
                        String who,
                        JournalEntry.Act act,
                        String subject,
                        String why,
                        Map<String, Double> data) {
                    throw new UnsupportedOperationException("there is no journal to write to");
                }

                @Override
                public void close() {}
            };
        }
    }
}
