package dev.linnet.review.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A point in time as people read it.
 *
 * @param iso for machines
 * @param full the date and time in the reader's zone
 * @param ago how long ago, or the date when it is more than a week
 */
public record Moment(String iso, String full, String ago) {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /** Reads a time by a clock and its zone. */
    public static Moment of(Instant at, Clock clock) {
        var local = at.atZone(clock.getZone());
        return new Moment(at.toString(), FULL.format(local), ago(at, clock, DAY.format(local)));
    }

    private static String ago(Instant at, Clock clock, String day) {
        Duration age = Duration.between(at, clock.instant());
        if (age.isNegative()) {
            return age.getSeconds() > -60 ? "just now" : day;
        }
        if (age.toSeconds() < 60) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " min ago";
        }
        if (age.toHours() < 24) {
            return age.toHours() + " h ago";
        }
        if (age.toDays() < 7) {
            return age.toDays() == 1 ? "yesterday" : age.toDays() + " days ago";
        }
        return day;
    }
}
