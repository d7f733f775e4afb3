package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Keyphrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks the phrases of one text by how often their words are used in it. */
public final class PhraseRanking {
    private PhraseRanking() {}

    /** The phrases, best first, each key once. */
    public static List<Keyphrase> rank(Reading reading) {
        Map<String, Integer> count = new HashMap<>();
        Map<String, String> surface = new LinkedHashMap<>();
        Set<String> whole = new HashSet<>();
        for (Use use : reading.uses()) {
            count.merge(use.key(), 1, Integer::sum);
            surface.putIfAbsent(use.key(), use.surface());
            if (use.whole()) {
                whole.add(use.key());
            }
        }
        List<Keyphrase> ranked = new ArrayList<>();
        surface.forEach((key, text) -> {
            if (whole.contains(key)) {
                double sum = 0;
                for (String word : key.split(" ")) {
                    sum += count.getOrDefault(word, 0);
                }
                ranked.add(new Keyphrase(text, sum + count.getOrDefault(key, 0)));
            }
        });
        ranked.sort(Comparator.comparingDouble(Keyphrase::weight).reversed());
        return ranked;
    }
}
