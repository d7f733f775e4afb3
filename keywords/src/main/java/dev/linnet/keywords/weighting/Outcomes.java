package dev.linnet.keywords.weighting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well what was shared did, against the author's usual.
 *
 * <p>Of each figure that an outcome tells (reposts, likes, clicks), ln((1 + figure) / (1 + its median over all outcomes)); their
 * mean r makes an approval count 0.5 + 1 / (1 + e<sup>−r</sup>): 1 where it did as usual, at most 1.5, at least 0.5. A figure that
 * fewer than {@value #LEAST} outcomes tell has no median yet, and says nothing.
 */
final class Outcomes {
    static final int LEAST = 5;
    private static final double FLOOR = 0.5;

    private final Map<String, Map<String, Double>> figures = new HashMap<>();
    private final Map<String, Double> medians = new HashMap<>();

    /** @param outcomes the standing outcomes in their order: of one post, the last counts */
    Outcomes(List<Lesson> outcomes) {
        outcomes.forEach(outcome -> figures.put(outcome.subject(), outcome.data()));
        Map<String, List<Double>> all = new HashMap<>();
        figures.values()
                .forEach(told -> told.forEach((figure, value) ->
                        all.computeIfAbsent(figure, key -> new ArrayList<>()).add(value)));
        all.forEach((figure, values) -> {
            if (values.size() >= LEAST) {
                medians.put(figure, median(values));
            }
        });
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    /** How much the approval of a suggestion counts. */
    double weight(String subject) {
        double sum = 0;
        int told = 0;
        for (Map.Entry<String, Double> figure : figures.getOrDefault(subject, Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            Double median = medians.get(figure.getKey());
            if (median != null) {
                sum += StrictMath.log((1 + Math.max(0, figure.getValue())) / (1 + Math.max(0, median)));
                told++;
            }
        }
        return told == 0 ? 1 : FLOOR + RelevanceModel.probability(sum / told);
    }
}
