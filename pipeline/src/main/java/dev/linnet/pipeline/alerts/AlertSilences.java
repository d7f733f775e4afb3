package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When people wanted to hear nothing of a subject, by the journal. Immutable.
 *
 * <p>A silence begins with its act, or with the alert that it was asked for on, whichever is earlier: a job that reads old files raises
 * alerts of long ago. A later act on the same subject takes over from an earlier one.
 */
public final class AlertSilences {
    /** Nothing is silent. */
    public static final AlertSilences NONE = new AlertSilences(Map.of());

    /** Of each subject. */
    private static final int REMEMBERED = 16;

    /** By subject: beginnings and ends, milliseconds since 1970. */
    private final Map<String, NavigableMap<Long, Long>> silences;

    private AlertSilences(Map<String, NavigableMap<Long, Long>> silences) {
        this.silences = silences;
    }

    /** With what more entries say. */
    public AlertSilences with(List<JournalEntry> entries) {
        Map<String, NavigableMap<Long, Long>> more = null;
        for (JournalEntry entry : entries) {
            Double hours = entry.data().get(JournalEntry.HOURS);
            if (entry.act() == JournalEntry.Act.SILENCE && hours != null) {
                more = more == null ? new HashMap<>(silences) : more;
                more.put(entry.subject(), with(more.getOrDefault(entry.subject(), new TreeMap<>()), entry, hours));
            }
        }
        return more == null ? this : new AlertSilences(more);
    }

    private static NavigableMap<Long, Long> with(NavigableMap<Long, Long> before, JournalEntry entry, double hours) {
        long at = entry.at().toEpochMilli();
        NavigableMap<Long, Long> changed = new TreeMap<>(before);
        changed.replaceAll((begins, ends) -> Math.min(ends, at));
        if (hours > 0) {
            changed.put(begin(entry), at + Math.round(hours * 3_600_000));
            if (changed.size() > REMEMBERED) {
                changed.pollFirstEntry();
            }
        }
        return changed;
    }

    private static long begin(JournalEntry entry) {
        long at = entry.at().toEpochMilli();
        return Alert.causeOf(entry.why())
                .flatMap(AlertId::parse)
                .map(id -> Math.min(at, id.opened() * 1_000))
                .orElse(at);
    }

    /** Whether an alert that opens at a moment of event time is not to be heard. */
    public boolean covers(String subject, Instant opened) {
        NavigableMap<Long, Long> found = silences.get(subject);
        if (found == null) {
            return false;
        }
        // What opened with the silence is what was heard, and why it was asked for.
        Map.Entry<Long, Long> last = found.lowerEntry(opened.toEpochMilli());
        return last != null && opened.toEpochMilli() < last.getValue();
    }
}
