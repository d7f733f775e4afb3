package dev.linnet.pipeline.filter;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.pipeline.learn.JournalAccess;
import dev.linnet.pipeline.learn.JournalTail;
import dev.linnet.queue.JournalEntry;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vocabulary as configured, with every act of the journal on keywords, trust and mute since. An act is in force within half
 * a second.
 *
 * <p>The first use reads the journal to its end before it answers. Afterwards one daemon thread for each JVM and journal
 * follows it, builds the next vocabulary aside and swaps it in whole; it ends when no feed is left that uses it.
 */
public final class JournalVocabulary implements VocabularyFeed {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(JournalVocabulary.class);
    private static final Map<String, WeakReference<Shared>> SHARED = new HashMap<>();

    private final Vocabulary base;
    private final JournalAccess journal;
    private transient volatile @Nullable Shared shared;

    /**
     * @param base the vocabulary as configured
     * @param journal holds the acts
     */
    public JournalVocabulary(Vocabulary base, JournalAccess journal) {
        this.base = base;
        this.journal = journal;
    }

    @Override
    public VocabularySnapshot current() {
        Shared used = shared;
        if (used == null) {
            used = share(base, journal);
            shared = used;
        }
        return used.snapshot();
    }

    private static synchronized Shared share(Vocabulary base, JournalAccess journal) {
        String name = journal.name() + '\n' + base.hashCode();
        WeakReference<Shared> reference = SHARED.get(name);
        Shared known = reference == null ? null : reference.get();
        if (known == null || !known.base.equals(base)) {
            known = new Shared(base);
            known.follow(journal);
            SHARED.put(name, new WeakReference<>(known));
            SHARED.values().removeIf(other -> other.refersTo(null));
        }
        return known;
    }

    /** What all feeds of a JVM share. */
    private static final class Shared {
        private final Vocabulary base;
        private Vocabulary vocabulary;
        private volatile @Nullable VocabularySnapshot snapshot;

        Shared(Vocabulary base) {
            this.base = base;
            this.vocabulary = base;
        }

        VocabularySnapshot snapshot() {
            return Objects.requireNonNull(snapshot);
        }

        void follow(JournalAccess journal) {
            // The thread must not keep alive what it works for.
            WeakReference<Shared> self = new WeakReference<>(this);
            JournalTail tail = new JournalTail(journal, base.version(), entries -> {
                Shared user = self.get();
                return user != null && user.take(entries);
            });
            try {
                tail.catchUp();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            snapshot = VocabularySnapshot.of(vocabulary);
            tail.start();
        }

        boolean take(List<JournalEntry> entries) {
            List<JournalEntry> edits =
                    entries.stream().filter(VocabularyEdits::isEdit).toList();
            if (!edits.isEmpty()) {
                vocabulary = VocabularyEdits.apply(vocabulary, edits);
                if (snapshot != null) {
                    snapshot = VocabularySnapshot.of(vocabulary);
                    LOG.info(
                            "The vocabulary now has {} keywords (journal entry {})",
                            vocabulary.keywords().size(),
                            vocabulary.version());
                }
            }
            return true;
        }
    }
}
