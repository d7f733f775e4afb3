package dev.linnet.pipeline.alerts;

import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.Locale;

/** Puts the uses of a priority keyword into an alert, in plain words. */
final class PriorityAlert {
    private static final int WORDS = 6;
    private static final int DAY_HOURS = 24;

    private PriorityAlert() {}

    static Alert open(String keyword, PriorityState group, PriorityPast past) {
        Instant opened = Instant.ofEpochMilli(group.opened());
        String by = group.shown().isEmpty() ? "" : group.shown().get(0).author();
        String others = group.authors().size() > 1 ? " and " + (group.authors().size() - 1) + " more" : "";
        double hours = (group.until() - group.opened()) / 3_600_000.0;
        return new Alert(
                "priority:" + keyword + ":" + opened.getEpochSecond(),
                Alert.Kind.PRIORITY,
                "critical",
                keyword,
                "“" + keyword + "” is used by @" + by + others,
                text(group, past, hours),
                opened,
                null,
                group.count(),
                past.usual(group.opened()) * hours,
                1,
                past.series(),
                group.shown(),
                SpikeEpisode.mostFrequent(group.words(), WORDS),
                group.authors().size(),
                group.sentimentSum() / group.count());
    }

    private static String text(PriorityState group, PriorityPast past, double hours) {
        String sources = Sources.of(group.posts());
        return String.format(
                Locale.ROOT,
                "A keyword that you marked as priority: %d %s so far%s. %s More within %s of the first join this alert. Look at"
                        + " the posts, silence it, or take the mark away under Keywords.",
                group.count(),
                group.count() == 1 ? "post" : "posts",
                sources.isEmpty() ? "" : " " + sources,
                usual(past, group.opened(), hours),
                span(hours));
    }

    private static String usual(PriorityPast past, long opened, double hours) {
        int known = past.known(opened);
        if (known < DAY_HOURS) {
            return "What is usual is not known before it was followed for a day.";
        }
        return String.format(
                Locale.ROOT,
                "Usually there are %.1f in %s, by the last %d days.",
                past.usual(opened) * hours,
                span(hours),
                Math.round(known / (double) DAY_HOURS));
    }

    private static String span(double hours) {
        if (hours < 1) {
            return Math.round(hours * 60) + " minutes";
        }
        String number = String.format(Locale.ROOT, "%.1f", hours).replace(".0", "");
        return number.equals("1") ? "an hour" : number + " hours";
    }
}
