package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Keyphrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks the candidates of a text without parts of speech, as it is in languages that have no tagger here, by the
 * frequency of their words in it, against their frequency in the other texts (TF-IDF, Spärck Jones 1972). Early ones
 * count up to 1.4 times as much.
 */
final class FrequencyRanking {
    private static final double EARLY = 0.4;
    private static final double PART = 0.5;

    private FrequencyRanking() {}

    static List<Keyphrase> rank(Reading reading, Frequencies frequencies) {
        List<Keyphrase> ranked = new ArrayList<>();
        double tokens = Math.max(1, reading.profile().tokens());
        for (Candidate candidate : reading.candidates()) {
            double sum = 0;
            for (String stem : candidate.stems) {
                sum += Math.sqrt(Math.max(1, reading.words().count(stem))) * frequencies.rarity(stem, false);
            }
            double early = 1 + EARLY * (1 - candidate.place.first / tokens);
            double often = Math.sqrt(candidate.uses) * (candidate.whole > 0 ? 1 : PART);
            ranked.add(new Keyphrase(candidate.surface(), sum / Math.sqrt(candidate.size()) * early * often));
        }
        return ranked;
    }
}
