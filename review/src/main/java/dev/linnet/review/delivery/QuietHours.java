package dev.linnet.review.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of each day in which receivers are told of nothing; what came meanwhile is told at their end, in one message.
 *
 * @param from when they begin
 * @param to when they end; before {@code from} on the next day
 * @param zone where
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours begin and end at different times, not both at " + from);
        }
    }

    /**
     * A stretch of quiet.
     *
     * @param start its first moment
     * @param end the first moment after it
     */
    record Span(Instant start, Instant end) {
        boolean holds(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    /** The stretch that holds a moment or, outside of quiet hours, the last before it. */
    Span latest(Instant now) {
        ZonedDateTime here = now.atZone(zone);
        Span today = span(here);
        return today.start().isAfter(now) ? span(here.minusDays(1)) : today;
    }

    private Span span(ZonedDateTime day) {
        ZonedDateTime start = day.toLocalDate().atTime(from).atZone(zone);
        ZonedDateTime end =
                day.toLocalDate().plusDays(to.isBefore(from) ? 1 : 0).atTime(to).atZone(zone);
        return new Span(start.toInstant(), end.toInstant());
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
