package dev.linnet.review.vocabulary;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.JobRecords.KeywordTotal;
import dev.linnet.queue.KeywordMinute;
import dev.linnet.queue.WeightRow;
import dev.linnet.review.draw.Bar;
import dev.linnet.review.text.Figures;
import dev.linnet.review.vocabulary.KeywordsView.Row;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the keywords' page together. */
final class KeywordScreens {
    private static final int SHOWN = 60;
    private static final int MINUTES = 240;
    private static final int WEIGHTS = 20_000;
    private static final int TOTALS = 50_000;
    private static final KeywordTotal NOTHING = new KeywordTotal("", 0, 0, 0);

    private final Stores stores;

    KeywordScreens(Stores stores) {
        this.stores = stores;
    }

    /** The page, with the keywords that hold what is searched for. */
    Screen page(String search) {
        Vocabulary vocabulary = stores.vocabulary().get();
        Map<String, KeywordTotal> totals = stores.records().keywordTotals(TOTALS).stream()
                .collect(Collectors.toMap(KeywordTotal::keyword, total -> total, (first, second) -> first));
        List<Keyword> shown = shown(vocabulary, totals, search.toLowerCase(Locale.ROOT));
        Map<String, WeightRow> weights = weights();
        Trends trends = trends(shown);
        double scale = scale(shown, weights);
        List<Row> rows = shown.stream()
                .map(keyword -> row(
                        keyword,
                        totals.getOrDefault(keyword.text(), NOTHING),
                        weights.get(keyword.text()),
                        scale,
                        trends))
                .toList();
        KeywordsView view = new KeywordsView(
                rows,
                vocabulary.keywords().size(),
                search,
                trends.span(),
                vocabulary.trustedAuthors().stream().sorted().toList(),
                vocabulary.mutedTopics().stream().sorted().toList());
        return new Screen("Keywords", "/keywords", "keywords.jte", view);
    }

    private static List<Keyword> shown(Vocabulary vocabulary, Map<String, KeywordTotal> totals, String search) {
        Comparator<Keyword> byRelevance = Comparator.comparingDouble(
                keyword -> totals.getOrDefault(keyword.text(), NOTHING).relevanceSum());
        return vocabulary.keywords().stream()
                .filter(keyword -> keyword.text().contains(search))
                .sorted(byRelevance
                        .reversed()
                        .thenComparing(
                                Comparator.comparingDouble(Keyword::weight).reversed())
                        .thenComparing(Keyword::text))
                .limit(SHOWN)
                .toList();
    }

    private Map<String, WeightRow> weights() {
        return stores.records().weights(WEIGHTS).stream()
                .filter(weight -> weight.kind().equals("keyword"))
                .collect(Collectors.toMap(WeightRow::name, weight -> weight, (first, second) -> first));
    }

    private Trends trends(List<Keyword> shown) {
        Map<String, List<KeywordMinute>> minutes = new HashMap<>();
        shown.forEach(keyword -> minutes.put(keyword.text(), stores.records().minutes(keyword.text(), MINUTES)));
        return new Trends(minutes);
    }

    private static double scale(List<Keyword> shown, Map<String, WeightRow> weights) {
        return shown.stream()
                .map(keyword -> weights.get(keyword.text()))
                .filter(weight -> weight != null)
                .mapToDouble(weight -> Math.abs(weight.mean()) + weight.deviation())
                .max()
                .orElse(1);
    }

    private static Row row(
            Keyword keyword, KeywordTotal total, @Nullable WeightRow weight, double scale, Trends trends) {
        double mean = weight == null ? 0 : weight.mean();
        double deviation = weight == null ? 0 : weight.deviation();
        return new Row(
                keyword.text(),
                Figures.plain(keyword.weight()),
                keyword.priority(),
                weight != null,
                Figures.signed(mean),
                Figures.plain(deviation),
                Bar.of(mean, deviation, scale),
                Figures.count(total.posts()),
                total.posts() == 0 ? "" : Figures.signed(total.sentimentMean()),
                trends.of(keyword.text()));
    }
}
