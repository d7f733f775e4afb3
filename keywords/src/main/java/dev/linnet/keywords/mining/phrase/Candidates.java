package dev.linnet.keywords.mining.phrase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the possible keyphrases of one text, each in all its forms under the stems of its words. */
final class Candidates {
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    /** Counts a word that carries meaning. */
    void word(Span span) {
        of(span).seen(span);
    }

    /** Counts a noun phrase or a part of one. A single word's uses were counted as a word. */
    void phrase(Span span) {
        Candidate candidate = of(span);
        candidate.seenWhole(span);
        if (candidate.size() > 1) {
            candidate.seen(span);
        }
    }

    private Candidate of(Span span) {
        List<String> stems = new ArrayList<>(4);
        span.tokens().forEach(word -> stems.add(Stems.word(word.plain())));
        return candidates.computeIfAbsent(String.join(" ", stems), key -> new Candidate(key, stems, span));
    }

    /** All of them, in the order of their first use. */
    Collection<Candidate> all() {
        candidates.values().forEach(this::tellParts);
        return candidates.values();
    }

    private void tellParts(Candidate longer) {
        int size = longer.size();
        Set<String> told = new HashSet<>();
        for (int from = 0; from < size; from++) {
            for (int to = from + 1; to <= size && size > 1; to++) {
                String part = String.join(" ", longer.stems.subList(from, to));
                Candidate shorter = to - from < size && told.add(part) ? candidates.get(part) : null;
                if (shorter != null) {
                    shorter.usesInLonger = Math.max(shorter.usesInLonger, longer.uses);
                }
            }
        }
    }
}
