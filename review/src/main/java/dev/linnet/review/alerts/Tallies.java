package dev.linnet.review.alerts;

import dev.linnet.queue.AlertTally;
import dev.linnet.review.text.Figures;
import dev.linnet.review.web.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The measure of alert fatigue, in words: alerts a day, and the share that somebody did something about. */
final class Tallies {
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final Stores stores;

    Tallies(Stores stores) {
        this.stores = stores;
    }

    List<AlertsView.Tally> all() {
        return List.of(tally(7), tally(28));
    }

    private AlertsView.Tally tally(int days) {
        Instant now = stores.clock().instant();
        AlertTally tally = stores.alerts().tally(now.minus(Duration.ofDays(days)));
        return new AlertsView.Tally(
                days + " days",
                Figures.count(tally.told()),
                String.format(Locale.ROOT, "%.1f", tally.told() / days(tally, now, days)),
                tally.told() == 0 ? "" : Figures.share(tally.acted(), tally.told()),
                tally.useful() + " useful, " + tally.noise() + " noise");
    }

    /** Days that can have had alerts: a console of yesterday has not been quiet for a week. */
    private static double days(AlertTally tally, Instant now, int most) {
        if (tally.first() == null) {
            return most;
        }
        return Math.min(most, Math.max(1, Duration.between(tally.first(), now).toSeconds() / DAY));
    }
}
