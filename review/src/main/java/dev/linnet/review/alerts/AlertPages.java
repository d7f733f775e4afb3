package dev.linnet.review.alerts;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.PlainText;
import dev.linnet.review.vocabulary.KeywordText;
import dev.linnet.review.web.Form;
import dev.linnet.review.web.Notice;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
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
    private final AlertActs acts;
    private final Tallies tallies;

    public AlertPages(Stores stores, Views views) {
        this.stores = stores;
        this.views = views;
        this.acts = new AlertActs(stores);
        this.tallies = new Tallies(stores);
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/alerts", ctx -> views.show(ctx, page()));
        routes.post("/alerts/track", ctx -> done(ctx, acts.track(find(ctx))));
        routes.post("/alerts/mute", ctx -> done(ctx, acts.mute(find(ctx))));
        routes.post("/alerts/hide", ctx -> done(ctx, acts.hide(find(ctx))));
        routes.post("/alerts/silence", ctx -> done(ctx, acts.silence(find(ctx), Form.text(ctx, "hours"))));
        routes.post("/alerts/wake", ctx -> done(ctx, acts.wake(Form.required(ctx, "subject"))));
        routes.post("/alerts/useful", ctx -> done(ctx, acts.judge(find(ctx), true)));
        routes.post("/alerts/noise", ctx -> done(ctx, acts.judge(find(ctx), false)));
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
                cards.stream().filter(card -> !card.isOpen()).toList(),
                silent(),
                tallies.all());
        return new Screen("Alerts", "/alerts", "alerts.jte", view);
    }

    private List<AlertsView.Silent> silent() {
        Instant now = stores.clock().instant();
        return stores.alerts().silences(now).stream()
                .map(silence -> new AlertsView.Silent(
                        PlainText.line(silence.subject(), 80), left(Duration.between(now, silence.ends()))))
                .toList();
    }

    private static String left(Duration time) {
        return time.toHours() >= 48
                ? Figures.of(time.toDays(), "day")
                : time.toMinutes() >= 90
                        ? Figures.of(Math.round(time.toMinutes() / 60.0), "hour")
                        : Math.max(1, time.toMinutes()) + " min";
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
