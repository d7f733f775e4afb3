package dev.linnet.pipeline;

import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueueException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A journal in memory, for jobs and tests in one JVM.
 *
 * @param name tells it from others
 */
public record MemoryJournal(String name) implements JournalAccess {
    private static final Map<String, List<JournalEntry>> ENTRIES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicBoolean> DOWN = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> FAILING_APPENDS = new ConcurrentHashMap<>();

    /** An empty journal. */
    public static MemoryJournal empty() {
        return new MemoryJournal(UUID.randomUUID().toString());
    }

    /** Writes an act. */
    public JournalEntry append(JournalEntry.Act act, String subject, Map<String, Double> data) {
        return append("ann", act, subject, "", data);
    }

    private JournalEntry append(
            String who, JournalEntry.Act act, String subject, String why, Map<String, Double> data) {
        List<JournalEntry> entries = entries();
        synchronized (entries) {
            long sequence = entries.size() + 1L;
            JournalEntry entry = new JournalEntry(sequence, Posts.at(sequence), who, act, subject, why, data);
            entries.add(entry);
            return entry;
        }
    }

    /** Makes it unreadable for a while, or readable again. */
    public void setDown(boolean down) {
        isDown().set(down);
    }

    /** Makes the next acts of the job fail. */
    public void failNextAppends(int count) {
        failingAppends().set(count);
    }

    private AtomicInteger failingAppends() {
        return FAILING_APPENDS.computeIfAbsent(name, any -> new AtomicInteger());
    }

    private void failIfDown() {
        if (isDown().get()) {
            throw new QueueException("the journal is down; wait", true, new IllegalStateException());
        }
    }

    private AtomicBoolean isDown() {
        return DOWN.computeIfAbsent(name, any -> new AtomicBoolean());
    }

    /** All entries, oldest first. */
    public List<JournalEntry> entries() {
        return ENTRIES.computeIfAbsent(name, any -> new CopyOnWriteArrayList<>());
    }

    @Override
    public Session open() {
        return new Session() {
            @Override
            public List<JournalEntry> after(long after, int limit) {
                failIfDown();
                return entries().stream()
                        .filter(entry -> entry.sequence() > after)
                        .limit(limit)
                        .toList();
            }

            @Override
            public void append(
                    Instant at,
                    String who,
                    JournalEntry.Act act,
                    String subject,
                    String why,
                    Map<String, Double> data) {
                if (failingAppends().getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new QueueException("the journal is down; wait", true, new IllegalStateException());
                }
                MemoryJournal.this.append(who, act, subject, why, data);
            }

            @Override
            public void close() {}
        };
    }
}
