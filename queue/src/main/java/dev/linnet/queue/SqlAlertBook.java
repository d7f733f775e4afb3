package dev.linnet.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The alerts in the queue database. */
final class SqlAlertBook implements AlertBook {
    private final Transactions transactions;
    private final JournalTable journal;

    SqlAlertBook(Transactions transactions, JournalTable journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    @Override
    public void put(List<Alert> alerts) {
        if (!alerts.isEmpty()) {
            transactions.write(handle -> AlertTable.put(handle, alerts));
        }
    }

    @Override
    public List<Alert> newest(int limit) {
        return transactions.read(handle -> AlertTable.newest(handle, limit));
    }

    @Override
    public Optional<Alert> find(String id) {
        return transactions.read(handle -> AlertTable.find(handle, Columns.text(id)));
    }

    @Override
    public void forgetPosts(List<String> postIds) {
        if (!postIds.isEmpty()) {
            transactions.write(handle -> AlertTable.forgetPosts(
                    handle, postIds.stream().map(Columns::text).toList()));
        }
    }

    @Override
    public Optional<JournalEntry> silence(String id, String who, Instant at) {
        return transactions.writeForGood(handle -> AlertTable.silence(handle, Columns.text(id))
                ? Optional.of(journal.append(handle, at, who, JournalEntry.Act.SILENCE, id, "", Map.of()))
                : Optional.empty());
    }

    @Override
    public JournalEntry silence(String subject, String who, Instant at, Duration length, String why) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("a silence lasts some time, not " + length);
        }
        String plain = Columns.text(subject);
        return transactions.writeForGood(handle -> {
            if (length.isZero()) {
                SilenceTable.end(handle, plain);
            } else {
                SilenceTable.begin(handle, plain, at, length);
            }
            Map<String, Double> data = Map.of(JournalEntry.HOURS, length.toSeconds() / 3_600.0);
            return journal.append(handle, at, who, JournalEntry.Act.SILENCE, plain, why, data);
        });
    }

    @Override
    public List<Silence> silences(Instant now) {
        return transactions.read(handle -> SilenceTable.standing(handle, now));
    }

    @Override
    public AlertTally tally(Instant since) {
        return transactions.read(handle -> AlertTallies.of(handle, since));
    }

    @Override
    public List<Alert> untold(String receiver, Instant since, int limit) {
        return transactions.read(handle -> AlertTable.untold(handle, receiver, since, limit));
    }

    @Override
    public void told(String receiver, Alert alert) {
        transactions.write(handle -> AlertTable.told(handle, receiver, alert));
    }
}
