package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.spikes.SpanWords;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeReading;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.spikes.Usual;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a keyword's spike into an alert, in plain words. */
final class SpikeAlert {
    private static final int WORDS = 6;
    private static final double CRITICAL = 5;

    private SpikeAlert() {}

    /**
     * An alert as it stands. Its severity and what is usual stay those of the moment when it was first told: points are stored
     * under the one, and the other would follow the spike.
     *
     * @param meter what of it is unusual
     * @param told the alert as it was told before, if it was
     */
    static Alert open(String keyword, SpikeMeter meter, SpikeEpisode seen, @Nullable Alert told) {
        SpikeDetector detector = meter.detector();
        SpikeState.Episode episode = detector.episode();
        Usual usual = detector.usual();
        Instant opened = Instant.ofEpochSecond(episode.start() * 60);
        String compared = usual.compare(episode.peak(), "UTC")
                + (meter.what() == Watched.COUNTS ? ", by the number of posts" : "");
        double days = detector.daysBetween(episode);
        return new Alert(
                "spike:" + keyword + ":" + opened.getEpochSecond(),
                Alert.Kind.SPIKE,
                told != null ? told.severity() : usual.ratio(episode.peak()) >= CRITICAL ? "critical" : "warning",
                keyword,
                String.format(Locale.ROOT, "“%s” spikes: %s", keyword, compared),
                text(compared, days, episode, seen),
                opened,
                null,
                episode.peak(),
                told != null ? told.expected() : usual.level(),
                SpikeReading.score(days),
                detector.series(),
                seen.top(),
                seen.topWords(WORDS),
                seen.authorCount(),
                seen.sentiment());
    }

    private static String text(String compared, double days, SpikeState.Episode episode, SpikeEpisode seen) {
        String lead =
                seen.top().isEmpty() ? "" : ", led by @" + seen.top().get(0).author();
        String sources =
                Sources.of(seen.top().stream().map(Alert.DrivingPost::id).toList());
        return String.format(
                Locale.ROOT,
                "%s: %d posts by %d authors%s%s. %s %.1f. By this keyword's own past, %s comes once in %s. Look at the posts,"
                        + " silence it, or mute the topic.",
                compared,
                seen.posts(),
                seen.authorCount(),
                sources.isEmpty() ? "" : " " + sources,
                lead,
                episode.isRise() ? "Just before it was" : "Nine times of ten it is at most",
                episode.isRise() ? episode.before() : episode.usual(),
                episode.what(),
                SpanWords.days(days));
    }

    /** The alert of an episode that is over. */
    static Alert closed(Alert alert, SpikeDetector detector) {
        return new Alert(
                alert.id(),
                alert.kind(),
                alert.severity(),
                alert.subject(),
                alert.title(),
                alert.text(),
                alert.opened(),
                Instant.ofEpochSecond((detector.row() + 1) * 60),
                alert.value(),
                alert.expected(),
                alert.score(),
                detector.series(),
                alert.posts(),
                alert.words(),
                alert.authors(),
                alert.sentiment());
    }
}
