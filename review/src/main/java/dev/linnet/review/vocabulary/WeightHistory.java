package dev.linnet.review.vocabulary;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.weighting.Decision;
import dev.linnet.keywords.weighting.Lesson;
import dev.linnet.keywords.weighting.WeightLedger;
import dev.linnet.queue.Journal;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.WeightRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How weights came to be: each at some moments while the standing decisions are learnt again, the newest {@value #MOST} of
 * them. Older ones have been forgotten by the model too.
 */
final class WeightHistory {
    static final int MOST = 2_000;
    private static final int MOMENTS = 40;
    private static final int BATCH = 1_000;

    private final Journal journal;
    private final List<Lesson> lessons = new ArrayList<>();
    private long last;

    WeightHistory(Journal journal) {
        this.journal = journal;
    }

    /** The means of some weights, oldest first, by {@code kind:name}; no moments where nothing was decided. */
    synchronized Map<String, List<Double>> of(List<WeightRow> rows, Vocabulary vocabulary) {
        readOn();
        List<Decision> all = WeightLedger.standing(lessons);
        List<Decision> decisions = all.subList(Math.max(0, all.size() - MOST), all.size());
        Map<String, List<Double>> means = new HashMap<>();
        WeightLedger ledger = new WeightLedger(vocabulary);
        note(rows, ledger, means);
        for (int i = 0; i < decisions.size(); i++) {
            ledger.take(Lesson.again(decisions.get(i), decisions.get(i).features()));
            if (isMoment(i, decisions.size())) {
                note(rows, ledger, means);
            }
        }
        return means;
    }

    /** The moments are even, and the last decision is one of them. */
    private static boolean isMoment(int i, int count) {
        return (long) (i + 1) * MOMENTS / count > (long) i * MOMENTS / count;
    }

    private static void note(List<WeightRow> rows, WeightLedger ledger, Map<String, List<Double>> means) {
        for (WeightRow row : rows) {
            means.computeIfAbsent(row.kind() + ":" + row.name(), key -> new ArrayList<>())
                    .add(ledger.model().weight(row.kind(), row.name()).mean());
        }
    }

    private void readOn() {
        List<JournalEntry> entries;
        do {
            entries = journal.after(last, BATCH);
            for (JournalEntry entry : entries) {
                last = entry.sequence();
                if (entry.act() == JournalEntry.Act.FORGET) {
                    // What was read before tells of a post that its author has deleted since.
                    lessons.replaceAll(lesson -> lesson.describes(entry.subject()) ? lesson.emptied() : lesson);
                }
                Lesson.of(entry.sequence(), entry.act().name(), entry.subject(), entry.why(), entry.data())
                        .ifPresent(lessons::add);
            }
        } while (entries.size() == BATCH);
    }
}
