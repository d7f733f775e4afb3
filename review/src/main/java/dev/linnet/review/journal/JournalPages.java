package dev.linnet.review.journal;

import dev.linnet.queue.JournalEntry;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.queue.Suggestion;
import dev.linnet.review.journal.JournalView.Line;
import dev.linnet.review.suggestions.RejectReason;
import dev.linnet.review.text.Figures;
import dev.linnet.review.text.Moment;
import dev.linnet.review.text.PlainText;
import dev.linnet.review.web.Form;
import dev.linnet.review.web.Screen;
import dev.linnet.review.web.Stores;
import dev.linnet.review.web.Views;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journal's page: who did what, when and why; newest first. */
public final class JournalPages {
    private static final int STEP = 50;
    private static final int MOST = 1_000;

    private final Stores stores;
    private final Views views;

    public JournalPages(Stores stores, Views views) {
        this.stores = stores;
        this.views = views;
    }

    /** Adds the route. */
    public void addTo(RoutesConfig routes) {
        routes.get("/journal", ctx -> views.show(ctx, page(shown(Form.query(ctx, "n")))));
    }

    private static int shown(String given) {
        return given.matches("\\d{1,4}") ? Math.max(1, Math.min(MOST, Integer.parseInt(given))) : STEP;
    }

    private Screen page(int shown) {
        List<Line> lines =
                stores.journal().newest(shown).stream().map(this::line).toList();
        JournalView view = new JournalView(
                lines, Math.min(MOST, shown + STEP), stores.journal().last());
        return new Screen("Journal", "/journal", "journal.jte", view);
    }

    private Line line(JournalEntry entry) {
        Optional<Suggestion> suggestion = isDecision(entry.act())
                ? stores.suggestions().find(entry.subject()).map(queued -> queued.suggestion())
                : Optional.empty();
        return new Line(
                entry.sequence(),
                Moment.of(entry.at(), stores.clock()),
                PlainText.line(entry.who(), 60),
                verb(entry),
                tone(entry.act()),
                suggestion
                        .map(found -> "@" + PlainText.line(found.author(), 40))
                        .orElseGet(() -> what(entry)),
                suggestion
                        .filter(found -> entry.act() != Act.OUTCOME)
                        .map(found -> PlainText.line(found.text(), 140))
                        .orElseGet(() -> figures(entry)),
                entry.act() == Act.UNDO ? "" : PlainText.line(RejectReason.plain(entry.why()), 300));
    }

    private static boolean isDecision(Act act) {
        return act == Act.APPROVE || act == Act.REJECT || act == Act.UNDO || act == Act.OUTCOME || act == Act.EXPIRE;
    }

    private static String what(JournalEntry entry) {
        String subject = PlainText.line(entry.subject(), 120);
        return switch (entry.act()) {
            case TRUST, UNTRUST -> "@" + subject;
            default -> subject;
        };
    }

    private static String figures(JournalEntry entry) {
        if (entry.act() == Act.OUTCOME) {
            return entry.data().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(figure -> figure.getKey() + " " + Figures.plain(figure.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (entry.act() != Act.SET_KEYWORD) {
            return "";
        }
        String weight = "weight " + Figures.plain(entry.data().getOrDefault("weight", 1.0));
        return entry.data().getOrDefault("priority", 0.0) > 0 ? weight + ", priority" : weight;
    }

    private static String verb(JournalEntry entry) {
        return switch (entry.act()) {
            case APPROVE -> "approved";
            case REJECT -> "rejected";
            case UNDO -> entry.why().isEmpty() ? "took back" : "took back: " + entry.why();
            case SET_KEYWORD -> "set keyword";
            case REMOVE_KEYWORD -> "removed keyword";
            case MUTE -> "muted";
            case UNMUTE -> "unmuted";
            case TRUST -> "trusted";
            case UNTRUST -> "stopped trusting";
            case SILENCE -> silenced(entry.data().get(JournalEntry.HOURS));
            case USEFUL -> "called useful";
            case NOT_USEFUL -> "called noise";
            case OUTCOME -> "outcome of";
            case EXPIRE -> "expired";
            case ROLLBACK -> "rolled learning back to";
            case FORGET -> "forgot the deleted";
        };
    }

    private static String silenced(@Nullable Double hours) {
        if (hours == null) {
            return "hid alert";
        }
        return hours > 0
                ? "silenced for " + Figures.plain(hours) + (hours == 1 ? " hour" : " hours")
                : "ended the silence of";
    }

    private static String tone(Act act) {
        return switch (act) {
            case APPROVE, TRUST, USEFUL -> "yes";
            case REJECT, MUTE, REMOVE_KEYWORD, UNTRUST, NOT_USEFUL, SILENCE -> "no";
            default -> "plain";
        };
    }
}
