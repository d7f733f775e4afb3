package dev.linnet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The journal in the queue database. */
final class SqlJournal implements Journal {
    private final Transactions transactions;
    private final JournalTable table;

    SqlJournal(Transactions transactions, JournalTable table) {
        this.transactions = transactions;
        this.table = table;
    }

    @Override
    public JournalEntry append(
            Instant at, String who, JournalEntry.Act act, String subject, String why, Map<String, Double> data) {
        return transactions.writeForGood(handle -> table.append(handle, at, who, act, subject, why, data));
    }

    @Override
    public List<JournalEntry> after(long after, int limit) {
        return transactions.read(handle -> handle.createQuery(
                        "SELECT * FROM journal WHERE sequence > :after ORDER BY sequence LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> JournalTable.entry(row))
                .list());
    }

    @Override
    public List<JournalEntry> newest(int limit) {
        return transactions.read(
                handle -> handle.createQuery("SELECT * FROM journal ORDER BY sequence DESC LIMIT :limit")
                        .bind("limit", limit)
                        .map((row, context) -> JournalTable.entry(row))
                        .list());
    }

    @Override
    public long last() {
        return transactions.read(table::last);
    }
}
