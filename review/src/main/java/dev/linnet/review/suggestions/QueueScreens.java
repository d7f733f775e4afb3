package dev.linnet.review.suggestions;

import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.queue.WeightRow;
import dev.linnet.review.suggestions.QueueView.Done;
import dev.linnet.review.suggestions.QueueView.Row;
import dev.linnet.review.suggestions.Ranking.Ranked;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Puts the queue's page together. */
final class QueueScreens {
    /** How many of the best open suggestions are ranked again; what is below them by stored relevance is not looked at. */
    private static final int RANKED = 500;

    private static final int WEIGHTS = 20_000;
    private static final int RECENT = 5;

    private final Stores stores;
    private final int budget;

    QueueScreens(Stores stores, int budget) {
        this.stores = stores;
        this.budget = budget;
    }

    /** The open suggestions, best first by the current weights. */
    List<Ranked> ranked() {
        return ranked(stores.records().weights(WEIGHTS));
    }

    private List<Ranked> ranked(List<WeightRow> weights) {
        return Ranking.by(weights).rank(stores.suggestions().open(RANKED));
    }

    /**
     * The page with one suggestion on the card.
     *
     * @param at the suggestion's id; when it is not open any more, the best one is taken
     * @param extra how many more than the budget to show
     */
    Screen at(String at, int extra) {
        List<QueuedSuggestion> decided = stores.suggestions().decided(Math.max(RECENT, budget + extra + 1));
        int decidedToday = decidedToday(decided);
        List<WeightRow> weights = stores.records().weights(WEIGHTS);
        List<Ranked> shown = new Exploring(stores.vocabulary().get(), weights)
                .places(ranked(weights), decidedToday, Math.max(0, budget + extra - decidedToday));
        int place = placeOf(at, shown);
        QueueView view = new QueueView(
                shown.isEmpty()
                        ? null
                        : Card.of(shown.get(place), stores.vocabulary().get(), stores.clock()),
                rows(shown, place),
                place > 0 ? shown.get(place - 1).id() : "",
                place + 1 < shown.size() ? shown.get(place + 1).id() : "",
                decided.stream().limit(RECENT).map(this::done).toList(),
                budget,
                decidedToday,
                extra,
                stores.suggestions().countOpen());
        return new Screen("Queue", address(at, extra), "queue.jte", view);
    }

    private static String address(String at, int extra) {
        String address = at.isEmpty() ? "/" : "/?at=" + Address.of(at);
        return extra == 0 ? address : address + (at.isEmpty() ? "?" : "&") + "extra=" + extra;
    }

    private int decidedToday(List<QueuedSuggestion> decided) {
        var zone = stores.clock().getZone();
        Instant midnight = stores.clock()
                .instant()
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
        return (int) decided.stream()
                .map(QueuedSuggestion::decided)
                .filter(at -> at != null && !at.isBefore(midnight))
                .count();
    }

    private static int placeOf(String id, List<Ranked> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(id)) {
                return i;
            }
        }
        return 0;
    }

    private static List<Row> rows(List<Ranked> shown, int place) {
        return IntStream.range(0, shown.size())
                .mapToObj(i -> row(shown.get(i), i == place))
                .toList();
    }

    private static Row row(Ranked ranked, boolean isCurrent) {
        Suggestion suggestion = ranked.queued().suggestion();
        return new Row(
                suggestion.id(),
                Figures.percent(ranked.relevance()),
                PlainText.line(suggestion.author(), 40),
                PlainText.line(suggestion.text(), 110),
                !ranked.exploring().isEmpty(),
                isCurrent);
    }

    private Done done(QueuedSuggestion queued) {
        Suggestion suggestion = queued.suggestion();
        return new Done(
                suggestion.id(),
                queued.state() == SuggestionState.APPROVED,
                Objects.requireNonNullElse(queued.decidedBy(), ""),
                PlainText.line(suggestion.author(), 40),
                PlainText.line(suggestion.text(), 70),
                Moment.of(Objects.requireNonNullElse(queued.decided(), queued.queued()), stores.clock()));
    }
}
