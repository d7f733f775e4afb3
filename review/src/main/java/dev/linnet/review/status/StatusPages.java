package dev.linnet.review.status;

import dev.linnet.queue.KeptRecord;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.Suggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.review.status.StatusView.Found;
import dev.linnet.review.status.StatusView.Kept;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import dev.linnet.review.web.Form;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The answer to "why didn't I see this?": the balance, samples of what was left out, dead letters, and a search. */
public final class StatusPages {
    private static final int SEARCHED = 1_000;
    private static final int SHOWN = 50;
    private static final List<String> STAGES = List.of("filtered", "duplicate", "deleted", "unparseable");

    private final Stores stores;
    private final Views views;

    public StatusPages(Stores stores, Views views) {
        this.stores = stores;
        this.views = views;
    }

    /** Adds the route. */
    public void addTo(RoutesConfig routes) {
        routes.get("/status", ctx -> views.show(ctx, page(Form.query(ctx, "q"), Form.query(ctx, "reason"))));
    }

    private Screen page(String search, String reason) {
        String needle = search.toLowerCase(Locale.ROOT);
        Balance balance = new Balance(stores.records().counts());
        List<KeptRecord> all = kept();
        List<Kept> shown = all.stream()
                .filter(record -> reason.isEmpty() || record.reason().equals(reason))
                .filter(record -> holds(record, needle))
                .limit(SHOWN)
                .map(this::kept)
                .toList();
        StatusView view = new StatusView(
                Figures.count(balance.read()),
                balance.parts(),
                balance.words(),
                balance.isClosed(),
                search,
                needle.isEmpty() ? List.of() : found(needle),
                shown,
                all.stream().map(KeptRecord::reason).distinct().sorted().toList(),
                reason);
        return new Screen("Status", "/status", "status.jte", view);
    }

    private List<KeptRecord> kept() {
        List<KeptRecord> kept = new ArrayList<>();
        STAGES.forEach(stage -> kept.addAll(stores.records().kept(stage, SEARCHED)));
        kept.sort(Comparator.comparing(KeptRecord::at).reversed());
        return kept;
    }

    private static boolean holds(KeptRecord record, String needle) {
        return needle.isEmpty()
                || record.excerpt().toLowerCase(Locale.ROOT).contains(needle)
                || record.id().toLowerCase(Locale.ROOT).contains(needle);
    }

    private Kept kept(KeptRecord record) {
        return new Kept(
                PlainText.line(record.id(), 120),
                record.stage(),
                Balance.plain(record.reason()),
                Moment.of(record.at(), stores.clock()),
                Excerpt.line(record.excerpt()),
                PlainText.clean(record.excerpt()));
    }

    private List<Found> found(String needle) {
        Stream<Found> settled = found(stores.suggestions().settled(SEARCHED), needle, this::whyNotOffered);
        Stream<Found> others = Stream.of(
                        stores.suggestions().open(SEARCHED),
                        stores.suggestions().decided(SEARCHED))
                .flatMap(list -> found(list, needle, this::standing));
        return Stream.concat(others, settled).limit(SHOWN).toList();
    }

    private static boolean holds(Suggestion suggestion, String needle) {
        return suggestion.text().toLowerCase(Locale.ROOT).contains(needle)
                || suggestion.author().toLowerCase(Locale.ROOT).contains(needle)
                || suggestion.id().toLowerCase(Locale.ROOT).contains(needle);
    }

    private static Stream<Found> found(
            List<QueuedSuggestion> among, String needle, Function<QueuedSuggestion, String> standing) {
        return among.stream()
                .filter(queued -> holds(queued.suggestion(), needle))
                .map(queued -> new Found(
                        PlainText.line(queued.suggestion().author(), 40),
                        PlainText.line(queued.suggestion().text(), 160),
                        standing.apply(queued)));
    }

    private String whyNotOffered(QueuedSuggestion queued) {
        return standing(queued) + ", but not offered, as its conversation or link was decided";
    }

    private String standing(QueuedSuggestion queued) {
        if (queued.state() == SuggestionState.OPEN) {
            return "In the queue, at " + Figures.percent(queued.suggestion().relevance());
        }
        String verb = switch (queued.state()) {
            case APPROVED -> "Approved";
            case REJECTED -> "Rejected";
            default -> "Left the queue undecided";
        };
        String by = queued.decidedBy() == null ? "" : " by " + PlainText.line(queued.decidedBy(), 60);
        return queued.decided() == null
                ? verb + by
                : verb + by + ", " + Moment.of(queued.decided(), stores.clock()).ago();
    }
}
