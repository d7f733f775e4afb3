package dev.linnet.review.live;

import dev.linnet.queue.QueuedSuggestion;
import dev.linnet.queue.SuggestionQueue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How many decisions a day one has time for, and how many of them are left.
 *
 * @param places decisions a day, at least 1
 * @param clock the time, and the zone in which a day begins
 */
public record DailyBudget(int places, Clock clock) {
    /** How many of the decisions fell on this day. */
    public int decidedToday(List<QueuedSuggestion> decided) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        Instant midnight = now.toLocalDate().atStartOfDay(now.getZone()).toInstant();
        return (int) decided.stream()
                .map(QueuedSuggestion::decided)
                .filter(at -> at != null && !at.isBefore(midnight))
                .count();
    }

    /** How many of the open suggestions have a place today. */
    long left(long open, SuggestionQueue suggestions) {
        return Math.min(open, places - decidedToday(suggestions.decided(places)));
    }
}
