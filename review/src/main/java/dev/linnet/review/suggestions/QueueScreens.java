package dev.linnet.review.suggestions;

import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.queue.WeightRow;
import dev.linnet.review.live.DailyBudget;
import dev.linnet.review.suggestions.Alike.Folded;
import dev.linnet.review.suggestions.QueueView.Also;
import dev.linnet.review.suggestions.QueueView.Done;
import dev.linnet.review.suggestions.QueueView.Row;
import dev.linnet.review.suggestions.Ranking.Ranked;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Puts the queue's page together. */
final class QueueScreens {
    /** How many of the best open suggestions are ranked again; what is below them by stored relevance is not looked at. */
    private static final int RANKED = 500;

    private static final int WEIGHTS = 20_000;
    private static final int RECENT = 5;

    /** How long, and how many decisions back, what is alike a decided suggestion is not offered. */
    private static final Duration SETTLED_FOR = Duration.ofDays(1);

    private static final int SETTLING = 500;

    /** How many of those are named whose conversation or link was decided. */
    private static final int SETTLED = 50;

    private final Stores stores;
    private final DailyBudget budget;

    QueueScreens(Stores stores, DailyBudget budget) {
        this.stores = stores;
        this.budget = budget;
    }

    /** The open suggestions that are alike none above them and none decided of late, best first by the current weights. */
    List<Ranked> offered() {
        return folded(stores.records().weights(WEIGHTS), stores.suggestions().decided(SETTLING))
                .offered();
    }

    /** What is of a decided conversation or link, and what is alike a decided suggestion: neither gets a place. */
    private List<Ranked> settled(Folded folded, List<WeightRow> weights) {
        List<Ranked> settled = new ArrayList<>(folded.settled());
        settled.addAll(Ranking.by(weights).rank(stores.suggestions().settled(SETTLED)));
        return settled;
    }

    private Folded folded(List<WeightRow> weights, List<QueuedSuggestion> decided) {
        Instant since = stores.clock().instant().minus(SETTLED_FOR);
        List<QueuedSuggestion> settling = decided.stream()
                .filter(one -> one.decided() != null && one.decided().isAfter(since))
                .toList();
        return Alike.fold(Ranking.by(weights).rank(stores.suggestions().open(RANKED)), settling);
    }

    /**
     * The page with one suggestion on the card.
     *
     * @param at the suggestion's id; when it is not open any more, the best one is taken
     * @param extra how many more than the budget to show
     */
    Screen at(String at, int extra) {
        List<QueuedSuggestion> decided = stores.suggestions().decided(Math.max(SETTLING, budget.places() + extra + 1));
        int decidedToday = budget.decidedToday(decided);
        List<WeightRow> weights = stores.records().weights(WEIGHTS);
        Folded folded = folded(weights, decided);
        List<Ranked> shown = new Exploring(stores.vocabulary().get(), weights)
                .places(folded.offered(), decidedToday, Math.max(0, budget.places() + extra - decidedToday));
        List<Ranked> settled = settled(folded, weights);
        Place place = Place.of(at, shown, settled);
        Ranked current = place.current();
        QueueView view = new QueueView(
                current == null ? null : Card.of(current, stores.vocabulary().get(), stores.clock()),
                rows(shown, place.row()),
                place.previous(),
                place.next(),
                Also.of(settled),
                decided.stream().limit(RECENT).map(this::done).toList(),
                budget.places(),
                decidedToday,
                extra,
                stores.suggestions().countOpen() - folded.settled().size());
        return new Screen("Queue", address(at, extra), "queue.jte", view);
    }

    private static String address(String at, int extra) {
        String address = at.isEmpty() ? "/" : "/?at=" + Address.of(at);
        return extra == 0 ? address : address + (at.isEmpty() ? "?" : "&") + "extra=" + extra;
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
                ranked.alike().size(),
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
