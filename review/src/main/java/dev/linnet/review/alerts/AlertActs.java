package dev.linnet.review.alerts;

import dev.linnet.queue.Alert;
import dev.linnet.queue.JournalEntry.Act;
import dev.linnet.review.vocabulary.VocabularyActs;
import dev.linnet.review.web.InputException;
import dev.linnet.review.web.Notice;
import dev.linnet.review.web.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What can be done about an alert; each is an act of the journal that says which alert it came from. */
final class AlertActs {
    private final Stores stores;
    private final VocabularyActs vocabulary;

    AlertActs(Stores stores) {
        this.stores = stores;
        this.vocabulary = new VocabularyActs(stores);
    }

    Notice track(Alert alert) {
        return vocabulary.setKeyword(alert.subject(), "1", false, Alert.cause(alert.id()));
    }

    Notice mute(Alert alert) {
        return vocabulary.mute(alert.subject(), Alert.cause(alert.id()));
    }

    /** Hides one alert. */
    Notice hide(Alert alert) {
        return stores.alerts()
                .silence(alert.id(), stores.reviewer(), now())
                .map(entry -> Notice.done("Hidden. It will not be shown or sent again."))
                .orElse(Notice.problem("That alert is hidden already."));
    }

    /** Silences the alert's subject for some hours. */
    Notice silence(Alert alert, String hours) {
        SilenceLength length = List.of(SilenceLength.values()).stream()
                .filter(one -> hours.equals(String.valueOf(one.hours())))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "A silence lasts 1, 24 or 168 hours, not “" + hours + "”. Nothing was changed."));
        stores.alerts()
                .silence(
                        alert.subject(),
                        stores.reviewer(),
                        now(),
                        Duration.ofHours(length.hours()),
                        Alert.cause(alert.id()));
        return Notice.done(
                "No alerts on “" + alert.subject() + "” for " + length.words() + ".",
                new Notice.Action("Undo", "/alerts/wake", Map.of("subject", alert.subject())));
    }

    /** Ends a silence before its time. */
    Notice wake(String subject) {
        if (stores.alerts().silences(now()).stream()
                .noneMatch(silence -> silence.subject().equals(subject))) {
            return Notice.problem("“" + subject + "” is not silent any more.");
        }
        stores.alerts().silence(subject, stores.reviewer(), now(), Duration.ZERO, "");
        return Notice.done("Alerts on “" + subject + "” are told again.");
    }

    Notice judge(Alert alert, boolean useful) {
        Act act = useful ? Act.USEFUL : Act.NOT_USEFUL;
        stores.journal().append(now(), stores.reviewer(), act, alert.id(), "", Map.of());
        return Notice.done((useful ? "Noted: useful. " : "Noted: noise. ") + consequence(alert.kind(), useful));
    }

    private static String consequence(Alert.Kind kind, boolean useful) {
        return switch (kind) {
            case SPIKE ->
                useful
                        ? "Smaller spikes of this keyword will be told too."
                        : "A spike of this keyword must be rarer from now on.";
            case MOOD ->
                useful
                        ? "Smaller turns of mood on this keyword will be told too."
                        : "A turn of mood on this keyword must be rarer from now on.";
            case PRIORITY ->
                useful
                        ? "This keyword may raise an alert sooner again."
                        : "This keyword rests longer between alerts from now on.";
            case EMERGING -> useful ? "Track it to see more like it." : "Mute it if it is not yours at all.";
        };
    }

    private Instant now() {
        return stores.clock().instant();
    }
}
