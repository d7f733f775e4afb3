package dev.linnet.keywords.mining.phrase;

import java.util.HashMap;
import java.util.Map;

/**
 * In how many texts of a collection each word and each phrase stands. With few texts, what is known of words in general
 * has the say, and the more there are, the less of it.
 */
public final class Frequencies {
    /** What is known in general counts as much as this many texts. */
    private static final double GENERAL_TEXTS = 10;

    private static final double COMMON = 0.15;
    private static final double RARE = 0.005;

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> phrases = new HashMap<>();
    private int texts;

    /** Counts a text of the collection. */
    public void learn(Reading reading) {
        texts++;
        reading.words().stems().forEach(stem -> words.merge(stem, 1, Integer::sum));
        reading.candidates().forEach(candidate -> {
            if (candidate.size() > 1) {
                phrases.merge(candidate.key, 1, Integer::sum);
            }
        });
    }

    /** How rare a word is: 1 if it stands in one text alone and is not common in general, 0 if it stands in all. */
    double rarity(String stem, boolean common) {
        return rarity(words.getOrDefault(stem, 0), common ? COMMON : RARE);
    }

    /** How rare a candidate is, on the same scale. */
    double rarity(Candidate candidate, boolean common) {
        return candidate.size() == 1
                ? rarity(candidate.key, common)
                : rarity(phrases.getOrDefault(candidate.key, 0), RARE);
    }

    private double rarity(int found, double general) {
        double all = Math.max(1, texts) + GENERAL_TEXTS;
        double share = (Math.max(1, found) + GENERAL_TEXTS * general) / all;
        return Math.log(share) / Math.log((1 + GENERAL_TEXTS * RARE) / all);
    }
}
