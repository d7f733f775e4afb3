package dev.linnet.bench.keyphrases;

import java.util.List;
import java.util.Set;

/**
 * A text's candidates and the keyphrases that people gave it.
 *
 * @param id its file's name without the ending
 * @param set the set it is of
 * @param rows its candidates
 * @param gold the stems of the keyphrases that people gave, whether candidates or not
 */
record LabelledText(String id, String set, List<Row> rows, Set<String> gold) {
    /**
     * A candidate.
     *
     * @param key its stems
     * @param features its features
     * @param label 1 if people gave it, else 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Row(String key, double[] features, double label) {}
}
