package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What people said of alerts, and how many times as rare alerts on a keyword have to be because of it. Immutable.
 *
 * <p>A verdict holds for what begins after the alert that it was given on, by event time. So the same journal gives the same
 * alerts when posts are read again, and an alert that is told is told again after a restart, whatever was said of it.
 */
public final class AlertVerdicts {
    /** Nobody said anything. */
    public static final AlertVerdicts NONE = new AlertVerdicts(Map.of());

    private static final double LEAST = 0.5;
    private static final double MOST = 8;
    /** Of each keyword; five of one kind lead from one end to the other. */
    private static final int REMEMBERED = 16;

    /** By {@code kind:subject}: the alerts' openings in seconds since 1970, and whether they were useful. */
    private final Map<String, NavigableMap<Long, Boolean>> verdicts;

    private AlertVerdicts(Map<String, NavigableMap<Long, Boolean>> verdicts) {
        this.verdicts = verdicts;
    }

    /** With what more entries say; of several on one alert the last counts. */
    public AlertVerdicts with(List<JournalEntry> entries) {
        Map<String, NavigableMap<Long, Boolean>> more = null;
        for (JournalEntry entry : entries) {
            boolean useful = entry.act() == JournalEntry.Act.USEFUL;
            Optional<AlertId> id = AlertId.parse(entry.subject());
            if ((useful || entry.act() == JournalEntry.Act.NOT_USEFUL) && id.isPresent()) {
                String series = id.get().series();
                more = more == null ? new HashMap<>(verdicts) : more;
                NavigableMap<Long, Boolean> said = new TreeMap<>(more.getOrDefault(series, new TreeMap<>()));
                said.put(id.get().opened(), useful);
                if (said.size() > REMEMBERED) {
                    said.pollFirstEntry();
                }
                more.put(series, said);
            }
        }
        return more == null ? this : new AlertVerdicts(more);
    }

    /**
     * How many times as rare, by the verdicts on alerts that opened before: each "noise" doubles it up to {@value #MOST}, each
     * "useful" halves it down to {@value #LEAST}.
     */
    public double factor(Alert.Kind kind, String subject, Instant at) {
        NavigableMap<Long, Boolean> said = verdicts.get(kind.name().toLowerCase(Locale.ROOT) + ":" + subject);
        double factor = 1;
        if (said != null) {
            for (boolean useful : said.headMap(at.getEpochSecond()).values()) {
                factor = useful ? Math.max(LEAST, factor / 2) : Math.min(MOST, factor * 2);
            }
        }
        return factor;
    }
}
