package dev.linnet.review.alerts;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.review.vocabulary.KeywordText;
import dev.linnet.review.vocabulary.VocabularyActs;
import dev.linnet.review.web.Form;
import dev.linnet.review.web.Notice;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The alerts' page, and what can be done about an alert. */
public final class AlertPages {
    private static final int SHOWN = 40;
    private static final int JOURNAL = 500;

    private final Stores stores;
    private final Views views;
    private final VocabularyActs vocabulary;

    public AlertPages(Stores stores, Views views) {
        this.stores = stores;
        this.views = views;
        this.vocabulary = new VocabularyActs(stores);
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/alerts", ctx -> views.show(ctx, page()));
        routes.post("/alerts/track", ctx -> done(ctx, track(find(ctx))));
        routes.post("/alerts/mute", ctx -> done(ctx, vocabulary.mute(find(ctx).subject())));
        routes.post("/alerts/silence", ctx -> done(ctx, silence(find(ctx))));
        routes.post("/alerts/useful", ctx -> done(ctx, judge(find(ctx), Act.USEFUL)));
        routes.post("/alerts/noise", ctx -> done(ctx, judge(find(ctx), Act.NOT_USEFUL)));
    }

    private Notice track(Alert alert) {
        return vocabulary.setKeyword(alert.subject(), "1", false, "from alert " + alert.id());
    }

    private Notice silence(Alert alert) {
        return stores.alerts()
                .silence(alert.id(), stores.reviewer(), stores.clock().instant())
                .map(entry -> Notice.done("Silenced. It will not be shown again."))
                .orElse(Notice.problem("That alert is silenced already."));
    }

    private Notice judge(Alert alert, Act act) {
        stores.journal().append(stores.clock().instant(), stores.reviewer(), act, alert.id(), "", Map.of());
        return Notice.done(act == Act.USEFUL ? "Noted: useful." : "Noted: noise.");
    }

    private Alert find(Context ctx) {
        return stores.alerts()
                .find(Form.required(ctx, "id"))
                .orElseThrow(() -> new NotFoundResponse("There is no such alert. Nothing was changed."));
    }

    private void done(Context ctx, Notice notice) {
        views.done(ctx, page(), notice);
    }

    private Screen page() {
        Vocabulary now = stores.vocabulary().get();
        Set<String> tracked = now.keywords().stream().map(Keyword::text).collect(Collectors.toSet());
        Map<String, String> said = said();
        List<AlertCard> cards = stores.alerts().newest(SHOWN).stream()
                .map(alert -> card(alert, now, tracked, said.getOrDefault(alert.id(), "")))
                .toList();
        AlertsView view = new AlertsView(
                cards.stream().filter(AlertCard::isOpen).toList(),
                cards.stream().filter(card -> !card.isOpen()).toList());
        return new Screen("Alerts", "/alerts", "alerts.jte", view);
    }

    private AlertCard card(Alert alert, Vocabulary now, Set<String> tracked, String said) {
        String topic = KeywordText.normal(alert.subject());
        return AlertCard.of(alert, tracked.contains(topic), now.mutedTopics().contains(topic), said, stores.clock());
    }

    /** What was said of each alert, by the newest journal entry on it. */
    private Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        for (JournalEntry entry : stores.journal().newest(JOURNAL)) {
            if (entry.act() == Act.USEFUL) {
                said.putIfAbsent(entry.subject(), "useful");
            } else if (entry.act() == Act.NOT_USEFUL) {
                said.putIfAbsent(entry.subject(), "noise");
            }
        }
        return said;
    }
}
