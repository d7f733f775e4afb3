package dev.linnet.bench.keyphrases;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** F1 at 10 of ranked candidates, in percent: the mean of the texts' own, and that of the pooled counts. */
record KeyphraseScore(double macro, double micro) {
    private static final int TOP = 10;

    /** @param ranked for each text its candidates' keys, best first */
    static KeyphraseScore of(List<LabelledText> texts, List<List<String>> ranked) {
        double sum = 0;
        int hits = 0;
        int given = 0;
        int gold = 0;
        for (int i = 0; i < texts.size(); i++) {
            Set<String> keys = texts.get(i).gold();
            Set<String> top = new HashSet<>(
                    ranked.get(i).subList(0, Math.min(TOP, ranked.get(i).size())));
            int found = (int) top.stream().filter(keys::contains).count();
            sum += f1(found, top.size(), keys.size());
            hits += found;
            given += top.size();
            gold += keys.size();
        }
        return new KeyphraseScore(100 * sum / texts.size(), 100 * f1(hits, given, gold));
    }

    private static double f1(int hits, int given, int gold) {
        return hits == 0 ? 0 : 2.0 * hits / (given + gold);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "macro %.2f micro %.2f", macro, micro);
    }
}
