package dev.linnet.bench.keyphrases;

import dev.linnet.keywords.mining.phrase.PhraseFeatures;
import java.util.List;
import java.util.Set;

/**
 * A text's candidates and the keyphrases that people gave it.
 *
 * @param id its file's name without the ending
 * @param set the set it is of
 * @param candidates its candidates
 * @param gold the stems of the keyphrases that people gave, whether candidates or not
 */
record LabelledText(String id, String set, List<PhraseFeatures.Described> candidates, Set<String> gold) {
    /** 1 if people gave the candidate as a keyphrase, else 0. */
    double label(PhraseFeatures.Described candidate) {
        return gold.contains(candidate.key()) ? 1 : 0;
    }
}
