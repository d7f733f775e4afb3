package dev.linnet.pipeline.learn;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.pipeline.filter.VocabularyEdits;
import dev.linnet.queue.Journal;
import dev.linnet.queue.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A journal from its first entry to some moment, to be learnt from again.
 *
 * @param entries the entries, in their order
 * @param missing how many numbers were left out between them: a journal that is whole has none
 */
public record JournalHistory(List<JournalEntry> entries, long missing) {
    private static final int BATCH = 1_000;

    public JournalHistory {
        entries = List.copyOf(entries);
    }

    /** What an entry teaches; empty for an act that learning does not heed. */
    public static Optional<Lesson> lesson(JournalEntry entry) {
        return Lesson.of(entry.sequence(), entry.act().name(), entry.subject(), entry.why(), entry.data());
    }

    /** Reads a journal up to the first entry that comes after the moment, without it. */
    public static JournalHistory read(Journal journal, Predicate<JournalEntry> isAfter) {
        List<JournalEntry> entries = new ArrayList<>();
        long last = 0;
        long missing = 0;
        while (true) {
            List<JournalEntry> batch = journal.after(last, BATCH);
            for (JournalEntry entry : batch) {
                if (isAfter.test(entry)) {
                    return new JournalHistory(entries, missing);
                }
                missing += entry.sequence() - last - 1;
                last = entry.sequence();
                entries.add(entry);
            }
            if (batch.size() < BATCH) {
                return new JournalHistory(entries, missing);
            }
        }
    }

    /** The number of its last entry; 0 when it is empty. */
    public long last() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
    }

    /** What its entries teach, in their order. */
    public List<Lesson> lessons() {
        return entries.stream().flatMap(entry -> lesson(entry).stream()).toList();
    }

    /** A configured vocabulary with its edits. */
    public Vocabulary vocabulary(Vocabulary configured) {
        return VocabularyEdits.apply(
                configured, entries.stream().filter(VocabularyEdits::isEdit).toList());
    }

    /** The weights that it makes, as the job has them at its end. */
    public WeightLedger ledger(Vocabulary configured) {
        return WeightLedger.restore(vocabulary(configured), lessons());
    }
}
