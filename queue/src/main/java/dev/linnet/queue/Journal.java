package dev.linnet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The append-only record of everything a person does, and of what changes the vocabulary: audit log, feedback stream and control stream. Thread-safe. */
public interface Journal {
    /** Writes an act that changes nothing else in the database (a keyword, trust, mute, silence, usefulness, outcome). */
    JournalEntry append(
            Instant at, String who, JournalEntry.Act act, String subject, String why, Map<String, Double> data);

    /** Entries with a sequence above {@code after}, oldest first. */
    List<JournalEntry> after(long after, int limit);

    /** The newest entries, newest first. */
    List<JournalEntry> newest(int limit);

    /** The newest visible sequence number; 0 when empty. */
    long last();
}
