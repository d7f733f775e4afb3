package dev.linnet.review.vocabulary;

import dev.linnet.queue.WeightRow;
import dev.linnet.review.draw.Bar;
import dev.linnet.review.draw.TrendLine;
import dev.linnet.review.text.FeatureNames;
import dev.linnet.review.text.Figures;
import dev.linnet.review.vocabulary.WeightsView.Row;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts the weights' page together. */
final class WeightScreens {
    private static final int SHOWN = 20;
    private static final int WEIGHTS = 20_000;

    private final Stores stores;
    private final WeightHistory history;

    WeightScreens(Stores stores) {
        this.stores = stores;
        this.history = new WeightHistory(stores.journal());
    }

    Screen page() {
        List<WeightRow> all = stores.records().weights(WEIGHTS);
        Comparator<WeightRow> byMean = Comparator.comparingDouble(WeightRow::mean);
        List<WeightRow> liked = all.stream()
                .filter(row -> row.mean() > 0)
                .sorted(byMean.reversed())
                .limit(SHOWN)
                .toList();
        List<WeightRow> disliked = all.stream()
                .filter(row -> row.mean() < 0)
                .sorted(byMean)
                .limit(SHOWN)
                .toList();
        double scale = Math.max(widest(liked), widest(disliked));
        long decided = all.stream().filter(row -> row.decisions() > 0).count();
        List<WeightRow> shown = Stream.concat(liked.stream(), disliked.stream()).toList();
        Map<String, List<Double>> past = history.of(shown, stores.vocabulary().get());
        WeightsView view = new WeightsView(rows(liked, scale, past), rows(disliked, scale, past), all.size(), decided);
        return new Screen("Weights", "/weights", "weights.jte", view);
    }

    private static double widest(List<WeightRow> rows) {
        return rows.stream()
                .mapToDouble(row -> Math.abs(row.mean()) + row.deviation())
                .max()
                .orElse(0);
    }

    private static List<Row> rows(List<WeightRow> weights, double scale, Map<String, List<Double>> past) {
        return weights.stream().map(weight -> row(weight, scale, past)).toList();
    }

    private static Row row(WeightRow weight, double scale, Map<String, List<Double>> past) {
        List<Double> means = new ArrayList<>(past.getOrDefault(weight.kind() + ":" + weight.name(), List.of()));
        boolean isLearnt = means.size() > 1;
        // What the job told last is where the line ends.
        means.add(weight.mean());
        return new Row(
                weight.kind(),
                FeatureNames.plain(weight.kind(), weight.name()),
                Figures.signed(weight.mean()),
                Figures.plain(weight.deviation()),
                weight.decisions() == 0 ? "as configured" : Figures.of(weight.decisions(), "decision"),
                Bar.of(weight.mean(), weight.deviation(), scale),
                TrendLine.of(isLearnt ? means : List.of(), scale));
    }
}
