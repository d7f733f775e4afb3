package dev.linnet.review.suggestions;

import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.SuggestionState;
import dev.linnet.review.live.DailyBudget;
import dev.linnet.review.text.PlainText;
import dev.linnet.review.web.Form;
import dev.linnet.review.web.Notice;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The queue: showing it, approving, rejecting, undoing. */
public final class QueuePages {
    private static final int MAX_WHY = 300;
    private static final int MAX_EXTRA = 480;

    private final Stores stores;
    private final Views views;
    private final QueueScreens screens;

    public QueuePages(Stores stores, Views views, DailyBudget budget) {
        this.stores = stores;
        this.views = views;
        this.screens = new QueueScreens(stores, budget);
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> views.show(ctx, screens.at(Form.query(ctx, "at"), extra(ctx.queryParam("extra")))));
        routes.post("/approve", this::approve);
        routes.post("/reject", this::reject);
        routes.post("/undo", this::undo);
        routes.post("/outcome", this::outcome);
        new QueueApi(stores, screens).addTo(routes);
    }

    private void approve(Context ctx) {
        String id = Form.required(ctx, "id");
        finish(ctx, id, "Approved", stores.suggestions().approve(id, stores.reviewer(), now()));
    }

    private void reject(Context ctx) {
        String id = Form.required(ctx, "id");
        String why = PlainText.line(Form.text(ctx, "why"), MAX_WHY);
        finish(ctx, id, "Rejected", stores.suggestions().reject(id, stores.reviewer(), why, now()));
    }

    private void undo(Context ctx) {
        String id = Form.required(ctx, "id");
        Optional<JournalEntry> undone = stores.suggestions().undo(id, stores.reviewer(), now());
        Notice notice = undone.isPresent()
                ? Notice.done("Taken back. It is open again.")
                : Notice.problem("There is no decision to take back: it is open already, or its post was deleted.");
        views.done(ctx, screens.at(id, extra(ctx.formParam("extra"))), notice);
    }

    private void outcome(Context ctx) {
        String id = Form.required(ctx, "id");
        Map<String, Double> figures = OutcomeForm.read(name -> Form.text(ctx, name));
        Notice notice = switch (stores.suggestions().outcome(id, figures, stores.reviewer(), now())) {
            case NOTED -> Notice.done("Noted. What does well counts more.");
            case KNOWN -> Notice.done("These figures were known already.");
            case NOT_APPROVED -> Notice.problem("That is not approved, so it has no figures.");
        };
        views.done(ctx, screens.at("", extra(ctx.formParam("extra"))), notice);
    }

    private void finish(Context ctx, String id, String verb, Optional<JournalEntry> decision) {
        Notice notice = decision.isPresent() ? decided(id, verb) : Notice.problem(notDecided(id));
        views.done(ctx, screens.at(Form.text(ctx, "next"), extra(ctx.formParam("extra"))), notice);
    }

    private Notice decided(String id, String verb) {
        String what = stores.suggestions()
                .find(id)
                .map(queued -> verb + " @" + PlainText.line(queued.suggestion().author(), 40) + ".")
                .orElse(verb + ".");
        return Notice.done(what, new Notice.Action("Undo", "/undo", Map.of("id", id)));
    }

    private String notDecided(String id) {
        Optional<QueuedSuggestion> found = stores.suggestions().find(id);
        if (found.isEmpty()) {
            return "That post was deleted by its author, so there is nothing to decide.";
        }
        if (found.get().state() == SuggestionState.EXPIRED) {
            return "That waited too long and has left the queue.";
        }
        String verb = found.get().state() == SuggestionState.APPROVED ? "approved" : "rejected";
        String by = found.get().decidedBy();
        return "That was decided already: " + (by == null ? verb : by + " " + verb + " it") + ".";
    }

    private static int extra(@Nullable String given) {
        if (given == null || !given.matches("\\d{1,4}")) {
            return 0;
        }
        return Math.min(MAX_EXTRA, Integer.parseInt(given));
    }

    private Instant now() {
        return stores.clock().instant();
    }
}
