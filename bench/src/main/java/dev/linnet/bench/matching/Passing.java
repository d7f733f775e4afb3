package dev.linnet.bench.matching;

import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.matching.Prefilter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the prefilter lets pass of a replay beside what the exact matcher finds, by the records' shape. */
final class Passing {
    private long records;
    private long passed;
    private long matching;
    private long missed;

    /** Counts of each shape. */
    static Map<String, Passing> of(Replay replay, Vocabulary vocabulary) {
        Prefilter prefilter = Prefilter.of(vocabulary);
        KeywordMatcher matcher = KeywordMatcher.of(vocabulary);
        Map<String, Passing> byPlatform = new TreeMap<>();
        for (Replay.Line line : replay.records()) {
            boolean passes = prefilter.mayMatch(replay.bytes(), line.from(), line.to());
            boolean matches = line.text() != null && !matcher.match(line.text()).isEmpty();
            byPlatform.computeIfAbsent(line.platform(), x -> new Passing()).add(passes, matches);
        }
        return byPlatform;
    }

    private void add(boolean passes, boolean matches) {
        records++;
        passed += passes ? 1 : 0;
        matching += matches ? 1 : 0;
        missed += matches && !passes ? 1 : 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d records, %.2f %% match, %.2f %% pass the prefilter, %d missed (recall %.1f %%)",
                records,
                100.0 * matching / records,
                100.0 * passed / records,
                missed,
                matching == 0 ? 100 : 100.0 * (matching - missed) / matching);
    }
}
