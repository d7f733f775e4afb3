package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;

/** Words without their endings, by Porter's algorithm (1980), remembered a thread. */
public final class Stems {
    private static final int MOST_KEPT = 100_000;
    private static final ThreadLocal<Stems> OWN = ThreadLocal.withInitial(Stems::new);

    private final PorterStemmer stemmer = new PorterStemmer();
    private final Map<String, String> kept = new HashMap<>();

    private Stems() {}

    /** The word, in lower case, without its ending. */
    public static String word(String word) {
        Stems own = OWN.get();
        if (own.kept.size() > MOST_KEPT) {
            own.kept.clear();
        }
        return own.kept.computeIfAbsent(word, own.stemmer::stem);
    }

    static List<String> phrase(String phrase) {
        List<String> stems = new ArrayList<>(4);
        for (String word : phrase.split(" ")) {
            stems.add(word(word));
        }
        return stems;
    }
}
