package dev.linnet.cli.spikes;

import dev.linnet.pipeline.spikes.SpanWords;
import java.util.Locale;

/** Episodes in words, a line each. */
public final class EpisodeLines {
    private EpisodeLines() {}

    /** {@code 2026-11-03 21:05:00 – 21:40:00: 4.1 × a usual Tuesday 9 pm; a burst as high comes once in 9 days}. */
    public static String of(Series series, FoundEpisode episode) {
        String from = series.rows().get(episode.first()).timestamp();
        String to = series.rows().get(episode.last()).timestamp();
        return from + (episode.isOpen() ? " – (goes on)" : " – " + end(from, to)) + ": " + words(episode);
    }

    static String words(FoundEpisode episode) {
        return String.format(
                Locale.ROOT,
                "%s; %s comes once in %s",
                episode.compared(),
                episode.what(),
                SpanWords.days(episode.days()));
    }

    /** Without the date where that is the same. */
    private static String end(String from, String to) {
        int time = 11;
        boolean sameDay = from.length() > time
                && to.length() > time
                && from.substring(0, 10).equals(to.substring(0, 10));
        return sameDay ? to.substring(time) : to;
    }
}
