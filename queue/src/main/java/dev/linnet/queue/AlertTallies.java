package dev.linnet.queue;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Counts alerts and what people did because of them, by the journal. */
final class AlertTallies {
    private static final String ACTS = """
            SELECT * FROM journal
            WHERE act IN ('USEFUL', 'NOT_USEFUL', 'SILENCE', 'MUTE', 'SET_KEYWORD') AND at >= :since ORDER BY sequence
            """;

    private AlertTallies() {}

    private record Told(String id, Instant opened, boolean silenced) {}

    static AlertTally of(Handle handle, Instant since) {
        Set<String> acted = new HashSet<>();
        Map<String, JournalEntry.Act> verdicts = new HashMap<>();
        for (JournalEntry entry : acts(handle, since)) {
            String id = Alert.causeOf(entry.why()).orElse(entry.subject());
            acted.add(id);
            if (entry.act() == JournalEntry.Act.USEFUL || entry.act() == JournalEntry.Act.NOT_USEFUL) {
                verdicts.put(id, entry.act());
            }
        }
        List<Told> told = told(handle, since).stream()
                .filter(alert -> !alert.silenced() || acted.contains(alert.id()))
                .toList();
        return new AlertTally(
                told.size(),
                (int) told.stream().filter(alert -> acted.contains(alert.id())).count(),
                count(told, verdicts, JournalEntry.Act.USEFUL),
                count(told, verdicts, JournalEntry.Act.NOT_USEFUL),
                told.isEmpty() ? null : told.get(0).opened());
    }

    private static int count(List<Told> told, Map<String, JournalEntry.Act> verdicts, JournalEntry.Act verdict) {
        return (int) told.stream()
                .filter(alert -> verdicts.get(alert.id()) == verdict)
                .count();
    }

    private static List<JournalEntry> acts(Handle handle, Instant since) {
        return handle.createQuery(ACTS)
                .bind("since", Columns.micros(since))
                .map((row, context) -> JournalTable.entry(row))
                .list();
    }

    private static List<Told> told(Handle handle, Instant since) {
        return handle.createQuery("SELECT id, opened, silenced FROM alert WHERE opened >= :since ORDER BY opened, id")
                .bind("since", Columns.micros(since))
                .map((row, context) ->
                        new Told(row.getString("id"), Columns.time(row.getLong("opened")), row.getBoolean("silenced")))
                .list();
    }
}
