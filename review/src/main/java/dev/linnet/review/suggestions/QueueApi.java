package dev.linnet.review.suggestions;

import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.Suggestion;
import dev.linnet.review.web.Form;
import dev.linnet.review.web.InputException;
import dev.linnet.review.web.Stores;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue as JSON: {@code GET /api/queue} and {@code POST /api/decide} (form fields {@code id}, {@code verdict}, {@code why}). */
final class QueueApi {
    private static final int LIMIT = 100;

    private final Stores stores;
    private final QueueScreens screens;

    QueueApi(Stores stores, QueueScreens screens) {
        this.stores = stores;
        this.screens = screens;
    }

    /** An open suggestion; {@code alike} are the ids of those folded under it. */
    record Item(
            String id,
            String platform,
            String author,
            String text,
            String url,
            String created,
            List<String> keywords,
            double relevance,
            String sentiment,
            double sentimentScore,
            boolean isVolatile,
            long reach,
            List<Because> because,
            List<String> alike) {}

    /** A reason, by the current weights. */
    record Because(String kind, String name, double value, double amount) {}

    void addTo(RoutesConfig routes) {
        routes.get(
                "/api/queue",
                ctx -> ctx.json(screens.offered().stream()
                        .limit(LIMIT)
                        .map(QueueApi::item)
                        .toList()));
        routes.post("/api/decide", this::decide);
    }

    private void decide(Context ctx) {
        String id = Form.required(ctx, "id");
        String verdict = Form.required(ctx, "verdict");
        Instant at = stores.clock().instant();
        Optional<JournalEntry> entry = switch (verdict) {
            case "approve" -> stores.suggestions().approve(id, stores.reviewer(), at);
            case "reject" -> stores.suggestions().reject(id, stores.reviewer(), Form.text(ctx, "why"), at);
            case "undo" -> stores.suggestions().undo(id, stores.reviewer(), at);
            default -> throw new InputException("verdict must be approve, reject or undo");
        };
        ctx.status(entry.isPresent() ? HttpStatus.OK : HttpStatus.CONFLICT);
        ctx.json(entry.<Map<String, Object>>map(done -> Map.of("sequence", done.sequence()))
                .orElse(Map.of("error", "nothing to " + verdict + ": decided already, or not there")));
    }

    private static Item item(Ranking.Ranked ranked) {
        Suggestion suggestion = ranked.queued().suggestion();
        return new Item(
                suggestion.id(),
                suggestion.platform(),
                suggestion.author(),
                suggestion.text(),
                suggestion.url(),
                suggestion.created().toString(),
                suggestion.keywords(),
                ranked.relevance(),
                suggestion.sentiment(),
                suggestion.sentimentScore(),
                suggestion.isVolatile(),
                suggestion.reach(),
                ranked.reasons().stream()
                        .map(reason -> new Because(reason.kind(), reason.name(), reason.value(), reason.amount()))
                        .toList(),
                ranked.alike().stream().map(Ranking.Ranked::id).toList());
    }
}
