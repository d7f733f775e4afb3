package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.pipeline.learn.JournalTail;
import dev.linnet.queue.JournalEntry;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal's verdicts on alerts and silences, from its first entry on; in force within half a second.
 *
 * <p>The first use reads the journal to its end before it answers. Afterwards one daemon thread for each JVM and journal follows it; it
 * ends when no feed is left that uses it.
 */
public final class JournalVerdicts implements VerdictFeed {
    private static final long serialVersionUID = 1L;
    private static final Map<String, WeakReference<Shared>> SHARED = new HashMap<>();

    private final JournalAccess journal;
    private transient volatile @Nullable Shared shared;

    /** @param journal holds the verdicts */
    public JournalVerdicts(JournalAccess journal) {
        this.journal = journal;
    }

    @Override
    public AlertVerdicts current() {
        return shared().verdicts;
    }

    @Override
    public AlertSilences silences() {
        return shared().silences;
    }

    private Shared shared() {
        Shared used = shared;
        if (used == null) {
            used = share(journal);
            shared = used;
        }
        return used;
    }

    private static synchronized Shared share(JournalAccess journal) {
        WeakReference<Shared> reference = SHARED.get(journal.name());
        Shared known = reference == null ? null : reference.get();
        if (known == null) {
            known = new Shared();
            known.follow(journal);
            SHARED.put(journal.name(), new WeakReference<>(known));
            SHARED.values().removeIf(other -> other.refersTo(null));
        }
        return known;
    }

    /** What all feeds of a JVM share. */
    private static final class Shared {
        private volatile AlertVerdicts verdicts = AlertVerdicts.NONE;
        private volatile AlertSilences silences = AlertSilences.NONE;

        void follow(JournalAccess journal) {
            // The thread must not keep alive what it works for.
            WeakReference<Shared> self = new WeakReference<>(this);
            JournalTail tail = new JournalTail(journal, 0, entries -> {
                Shared user = self.get();
                return user != null && user.take(entries);
            });
            try {
                tail.catchUp();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            tail.start();
        }

        boolean take(List<JournalEntry> entries) {
            verdicts = verdicts.with(entries);
            silences = silences.with(entries);
            return true;
        }
    }
}
