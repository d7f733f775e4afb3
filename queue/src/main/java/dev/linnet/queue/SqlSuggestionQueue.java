package dev.linnet.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The suggestions in the queue database, and the tombstones of posts that were deleted. */
final class SqlSuggestionQueue implements SuggestionQueue {
    private static final Duration TOMBSTONES_STAY = Duration.ofDays(400);
    private static final String UNDOES = "undoes";
    private static final String LATENCY = "latency";
    private static final String EXPIRY = "linnet/expiry";

    /** How many expire in one transaction. */
    private static final int EXPIRING = 200;

    private final Transactions transactions;
    private final JournalTable journal;
    private final Clock clock;

    SqlSuggestionQueue(Transactions transactions, JournalTable journal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void offer(List<Suggestion> suggestions) {
        if (!suggestions.isEmpty()) {
            transactions.write(handle -> SuggestionTable.offer(handle, suggestions, clock.instant()));
        }
    }

    @Override
    public void withdraw(List<String> ids) {
        if (!ids.isEmpty()) {
            List<String> stored = ids.stream().map(Columns::text).distinct().toList();
            transactions.write(handle -> SuggestionTable.withdraw(handle, stored));
        }
    }

    @Override
    public void delete(List<String> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        List<String> stored = ids.stream().map(Columns::text).distinct().toList();
        // For good: a deleted post must not come back by a power cut.
        transactions.writeForGood(handle -> delete(handle, stored, at));
    }

    private int delete(Handle handle, List<String> stored, Instant at) {
        Instant now = clock.instant();
        Tombstones.set(handle, stored, at, now);
        SuggestionTable.delete(handle, stored);
        journal.forgetFeatures(handle, stored, now);
        AlertTable.forgetPosts(handle, stored);
        KeptRecordTable.delete(handle, stored);
        return Tombstones.prune(handle, now.minus(TOMBSTONES_STAY));
    }

    @Override
    public int deleteKnown(List<String> ids, Instant at) {
        List<String> stored = ids.stream().map(Columns::text).distinct().toList();
        int known = 0;
        for (int from = 0; from < stored.size(); from += HeldPosts.MOST) {
            List<String> part = stored.subList(from, Math.min(from + HeldPosts.MOST, stored.size()));
            known += transactions.writeForGood(handle -> {
                List<String> held = HeldPosts.among(handle, part);
                if (!held.isEmpty()) {
                    delete(handle, held, at);
                }
                return held.size();
            });
        }
        return known;
    }

    @Override
    public List<QueuedSuggestion> open(int limit) {
        return transactions.read(handle -> SuggestionTable.open(handle, limit));
    }

    @Override
    public List<QueuedSuggestion> settled(int limit) {
        return transactions.read(handle -> SuggestionTable.settled(handle, limit));
    }

    @Override
    public long countOpen() {
        return transactions.read(SuggestionTable::countOpen);
    }

    @Override
    public List<QueuedSuggestion> decided(int limit) {
        return transactions.read(handle -> SuggestionTable.decided(handle, limit));
    }

    @Override
    public Optional<QueuedSuggestion> find(String id) {
        return transactions.read(handle -> SuggestionTable.find(handle, Columns.text(id)));
    }

    @Override
    public Optional<JournalEntry> approve(String id, String who, Instant at) {
        return decide(id, SuggestionState.APPROVED, JournalEntry.Act.APPROVE, who, "", at);
    }

    @Override
    public Optional<JournalEntry> reject(String id, String who, String why, Instant at) {
        return decide(id, SuggestionState.REJECTED, JournalEntry.Act.REJECT, who, why, at);
    }

    private Optional<JournalEntry> decide(
            String id, SuggestionState state, JournalEntry.Act act, String who, String why, Instant at) {
        return transactions.writeForGood(handle -> SuggestionTable.find(handle, Columns.text(id))
                .filter(queued -> queued.state() == SuggestionState.OPEN)
                .map(queued -> {
                    JournalEntry entry = journal.append(handle, at, who, act, id, why, decisionData(queued, at));
                    SuggestionTable.decide(handle, entry.subject(), state, entry);
                    return entry;
                }));
    }

    @Override
    public Optional<JournalEntry> undo(String id, String who, Instant at) {
        return transactions.writeForGood(handle -> SuggestionTable.decisionOn(handle, Columns.text(id))
                .map(decision -> undo(handle, journal.find(handle, decision), who, at)));
    }

    private JournalEntry undo(Handle handle, JournalEntry decision, String who, Instant at) {
        Map<String, Double> data = new HashMap<>(decision.data());
        data.remove(LATENCY);
        data.put(UNDOES, (double) decision.sequence());
        String which = decision.act() == JournalEntry.Act.APPROVE ? "approve" : "reject";
        SuggestionTable.reopen(handle, decision.subject());
        return journal.append(handle, at, who, JournalEntry.Act.UNDO, decision.subject(), which, data);
    }

    @Override
    public int expire(Instant queuedBefore, Instant at) {
        int expired = 0;
        int batch;
        do {
            batch = transactions.writeForGood(handle -> {
                List<QueuedSuggestion> old = SuggestionTable.openSince(handle, queuedBefore, EXPIRING);
                old.forEach(queued -> expire(handle, queued, at));
                return old.size();
            });
            expired += batch;
        } while (batch == EXPIRING);
        return expired;
    }

    private void expire(Handle handle, QueuedSuggestion queued, Instant at) {
        Map<String, Double> data = decisionData(queued, at);
        boolean passedOver = journal.hasDecisionSince(handle, queued.queued())
                && !SuggestionTable.isSettled(handle, queued.suggestion().id());
        if (!passedOver) {
            // Nobody was there, or it was not offered.
            data.keySet().retainAll(Set.of(LATENCY));
        }
        SuggestionTable.expire(
                handle,
                journal.append(
                        handle,
                        at,
                        EXPIRY,
                        JournalEntry.Act.EXPIRE,
                        queued.suggestion().id(),
                        "",
                        data));
    }

    @Override
    public OutcomeAnswer outcome(String id, Map<String, Double> figures, String who, Instant at) {
        return transactions.writeForGood(handle -> {
            boolean shared = SuggestionTable.find(handle, Columns.text(id))
                    .filter(queued -> queued.state() == SuggestionState.APPROVED)
                    .isPresent();
            if (!shared) {
                return OutcomeAnswer.NOT_APPROVED;
            }
            boolean known = journal.newest(handle, JournalEntry.Act.OUTCOME, Columns.text(id))
                    .filter(entry -> entry.data().equals(figures))
                    .isPresent();
            if (known) {
                return OutcomeAnswer.KNOWN;
            }
            journal.append(handle, at, who, JournalEntry.Act.OUTCOME, id, "", figures);
            return OutcomeAnswer.NOTED;
        });
    }

    /** The features, and how many seconds the suggestion waited. */
    private static Map<String, Double> decisionData(QueuedSuggestion queued, Instant at) {
        Map<String, Double> data = new HashMap<>();
        for (Contribution reason : queued.suggestion().explanation()) {
            data.put(reason.kind() + ":" + reason.name(), reason.value());
        }
        double waited = Duration.between(queued.queued(), at).toMillis() / 1_000.0;
        data.put(LATENCY, Math.max(0, waited));
        return data;
    }
}
