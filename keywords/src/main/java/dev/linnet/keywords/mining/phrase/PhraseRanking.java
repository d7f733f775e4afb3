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

/**
 * Ranks the phrases of one text by the frequency of their words in it, against their frequency in the other texts
 * (TF-IDF, Spärck Jones 1972).
 *
 * <p>What counts as a keyphrase depends on the text. A short exposition, such as an abstract, says each thing once and in
 * full: there the whole noun phrases count, the longer the better. A story, told of people and places, and any long
 * text come back to their subjects in single words, and there the words' mean counts, times the phrase's own frequency.
 * Between the two the ranking goes over by degrees: {@link #narrative}.
 */
public final class PhraseRanking {
    private static final double SUM_MORE = -0.2;
    private static final double GENERAL_WORD = 0.7;
    private static final double PHRASE_IN_STORY = 0.85;
    private static final double PHRASE_IN_LONG = 1.3;
    private static final double EARLY = 0.4;
    private static final double EARLY_IN_LONG = 1;

    private final Set<String> general;
    private final Map<String, Integer> documents = new HashMap<>();
    private int count;

    /** A ranking that knows of no other texts yet. */
    public PhraseRanking() {
        this.general = StopWords.general("en");
    }

    /** Learns in how many texts each word stands. */
    public void learn(Reading reading) {
        count++;
        Set<String> stems = new HashSet<>();
        reading.words().forEach(word -> stems.add(Stems.word(word.text())));
        stems.forEach(stem -> documents.merge(stem, 1, Integer::sum));
    }

    /** The phrases, best first, each stem once. */
    public List<Keyphrase> rank(Reading reading) {
        double narrative = narrative(reading);
        double length = ramp(reading.tokens(), 1_500, 4_000);
        Map<String, Integer> frequency = new HashMap<>();
        reading.words().forEach(word -> frequency.merge(Stems.word(word.text()), 1, Integer::sum));
        List<Keyphrase> ranked = new ArrayList<>();
        for (Candidate candidate : candidates(reading, narrative)) {
            double worth = worth(candidate, frequency, narrative, length)
                    * (1
                            + (EARLY + (EARLY_IN_LONG - EARLY) * length)
                                    * (1 - (double) candidate.first / Math.max(1, reading.tokens())));
            if (worth > 0) {
                ranked.add(new Keyphrase(candidate.surface, worth));
            }
        }
        ranked.sort(Comparator.comparingDouble(Keyphrase::weight).reversed().thenComparing(Keyphrase::text));
        return ranked;
    }

    /** How far a text is a story or a long text (1) rather than a short exposition (0). */
    static double narrative(Reading reading) {
        double told = ramp(reading.names() + 3 * reading.people(), 0.10, 0.15);
        return Math.max(told, ramp(reading.tokens(), 300, 600));
    }

    private double worth(Candidate candidate, Map<String, Integer> frequency, double narrative, double length) {
        double power = 0.5 + 0.1 * narrative + 0.4 * length;
        double sum = 0;
        for (String stem : candidate.stems) {
            sum += Math.pow(frequency.getOrDefault(stem, 1), power) * rarity(stem);
        }
        int words = candidate.stems.size();
        double worth = sum / Math.pow(words, SUM_MORE + (1 - SUM_MORE) * narrative);
        worth *= Math.pow(candidate.uses, narrative) * candidate.part;
        if (words == 1) {
            return general.contains(candidate.surface) ? worth * GENERAL_WORD : worth;
        }
        return worth * (1 + narrative * (PHRASE_IN_STORY - 1 + (PHRASE_IN_LONG - PHRASE_IN_STORY) * length));
    }

    private double rarity(String stem) {
        return Math.log((Math.max(1, count) + 1) / (documents.getOrDefault(stem, 0) + 0.5));
    }

    private static Iterable<Candidate> candidates(Reading reading, double narrative) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (Use use : reading.uses()) {
            List<String> stems = Stems.phrase(use.surface());
            if (stems.size() > 1 || !use.surface().isEmpty()) {
                candidates
                        .computeIfAbsent(
                                String.join(" ", stems), key -> new Candidate(stems, use.surface(), use.position()))
                        .used(use.whole() ? 1 : narrative);
            }
        }
        Map<String, Integer> frequency = new HashMap<>();
        for (Word word : reading.words()) {
            String stem = Stems.word(word.text());
            frequency.merge(stem, 1, Integer::sum);
            candidates
                    .computeIfAbsent(stem, key -> new Candidate(List.of(stem), word.text(), word.position()))
                    .used(narrative);
        }
        // A single word's uses are all its uses, within phrases and as any part of speech.
        frequency.forEach((stem, uses) -> {
            Candidate single = candidates.get(stem);
            if (single != null) {
                single.uses = uses;
            }
        });
        return candidates.values();
    }

    private static double ramp(double value, double from, double to) {
        return Math.min(1, Math.max(0, (value - from) / (to - from)));
    }

    /** A possible keyphrase of the text. */
    private static final class Candidate {
        private final List<String> stems;
        private final String surface;
        private final int first;
        private int uses;
        private double part;

        Candidate(List<String> stems, String surface, int first) {
            this.stems = stems;
            this.surface = surface;
            this.first = first;
        }

        void used(double asPart) {
            uses++;
            part = Math.max(part, asPart);
        }
    }
}
