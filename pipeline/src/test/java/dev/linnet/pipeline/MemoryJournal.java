package dev.linnet.pipeline;

import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A journal in memory, for jobs and tests in one JVM.
 *
 * @param name tells it from others
 */
public record MemoryJournal(String name) implements JournalAccess {
    private static final Map<String, List<JournalEntry>> ENTRIES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicBoolean> DOWN = new ConcurrentHashMap<>();

    /** An empty journal. */
    public static MemoryJournal empty() {
        return new MemoryJournal(UUID.randomUUID().toString());
    }

    /** Writes an act. */
    public JournalEntry append(JournalEntry.Act act, String subject, Map<String, Double> data) {
        List<JournalEntry> entries = entries();
        synchronized (entries) {
            long sequence = entries.size() + 1L;
            JournalEntry entry = new JournalEntry(sequence, Posts.at(sequence), "ann", act, subject, "", data);
            entries.add(entry);
            return entry;
        }
    }

    /** Makes it unreadable for a while, or readable again. */
    public void setDown(boolean down) {
        isDown().set(down);
    }

    private AtomicBoolean isDown() {
        return DOWN.computeIfAbsent(name, any -> new AtomicBoolean());
    }

    private List<JournalEntry> entries() {
        return ENTRIES.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
    }

    @Override
    public Reader open() {
        return new Reader() {
            @Override
            public List<JournalEntry> after(long after, int limit) {
                if (isDown().get()) {
                    throw new QueueException("the journal is down; wait", true, new IllegalStateException());
                }
                return entries().stream()
                        .filter(entry -> entry.sequence() > after)
                        .limit(limit)
                        .toList();
            }

            @Override
            public void close() {}
        };
    }
}
