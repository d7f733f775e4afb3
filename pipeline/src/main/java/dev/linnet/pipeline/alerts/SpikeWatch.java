package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeReading;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows one keyword's minutes and makes of its spikes alerts: one per episode, told again when it closes.
 *
 * <p>Minutes in which nobody used the keyword are quiet; those of a {@link Gap} are unknown, whatever comes of them later.
 */
public final class SpikeWatch {
    private static final long MINUTE = 60_000;
    private static final int LEAST_AUTHORS = 3;
    /** Of a longer silence only the end counts as quiet: what it says was said. */
    private static final long LONGEST_SILENCE = Duration.ofDays(56).toMinutes();

    private final SpikeDetector detector;
    private final List<Alert> told = new ArrayList<>();
    private List<Gap> gaps;
    private RecentPosts recent;
    private @Nullable SpikeEpisode episode;
    private @Nullable Alert raised;

    /** Of a keyword of which nothing was seen, or that was no more than counted so far. */
    public SpikeWatch(SpikeDetector detector) {
        this(detector, List.of(), RecentPosts.NONE, null, null);
    }

    /**
     * @param gaps gaps that the detector has not passed yet
     * @param recent the last posts
     * @param episode what the last minutes were made of
     * @param raised the alert that is open
     */
    SpikeWatch(
            SpikeDetector detector,
            List<Gap> gaps,
            RecentPosts recent,
            @Nullable SpikeEpisode episode,
            @Nullable Alert raised) {
        this.detector = detector;
        this.gaps = gaps;
        this.recent = recent;
        this.episode = episode;
        this.raised = raised;
    }

    /** Takes a minute in which the keyword was used; one that is past, or of which only a part is known, is left out. */
    public List<Alert> take(KeywordWindow window) {
        told.clear();
        long minute = Math.floorDiv(window.start().toEpochMilli(), MINUTE);
        boolean isNext = detector.row() == SpikeState.NONE || minute > detector.row();
        if (isNext && Gap.firstKnown(gaps, minute) == minute) {
            beQuietUntil(minute);
            recent = recent.with(window, minute);
            step(window, minute);
        }
        return List.copyOf(told);
    }

    /** Takes note of minutes of which nothing is known. */
    public void miss(Gap gap) {
        gaps = Gap.with(gaps, gap, detector.row());
    }

    /** Nobody used the keyword in the minutes before. */
    public List<Alert> quietUntil(long minute) {
        told.clear();
        beQuietUntil(minute);
        return List.copyOf(told);
    }

    private void beQuietUntil(long minute) {
        if (detector.row() != SpikeState.NONE) {
            long first = Math.max(detector.row() + 1, minute - LONGEST_SILENCE);
            for (long at = known(first); at < minute; at = known(at + 1)) {
                step(at, 0);
            }
        }
    }

    private long known(long minute) {
        return gaps.isEmpty() ? minute : Gap.firstKnown(gaps, minute);
    }

    private void step(KeywordWindow window, long minute) {
        boolean wentOn = detector.episode().goesOn();
        step(minute, window.relevanceSum());
        SpikeEpisode seen = (wentOn && episode != null ? episode : SpikeEpisode.fresh()).with(window);
        episode = seen;
        // Several posts by one author are no spike: the episode is told once enough others join.
        if (detector.episode().goesOn() && seen.authorCount() >= LEAST_AUTHORS) {
            Alert alert = SpikeAlert.open(window.keyword(), detector, seen, raised);
            if (raised == null) {
                told.add(alert);
            }
            raised = alert;
        }
    }

    private void step(long minute, double relevance) {
        SpikeReading reading = detector.next(minute, relevance);
        if (reading.closed().goesOn() && raised != null) {
            told.add(SpikeAlert.closed(raised, detector));
            raised = null;
            episode = null;
        }
    }

    /** The next minute that can be known. */
    long next() {
        return known(detector.row() + 1);
    }

    /** Whether an episode goes on. */
    public boolean goesOn() {
        return detector.episode().goesOn();
    }

    SpikeState state() {
        return detector.state();
    }

    List<Gap> gaps() {
        return gaps;
    }

    RecentPosts recent() {
        return recent;
    }

    @Nullable
    SpikeEpisode episode() {
        return episode;
    }

    @Nullable
    Alert raised() {
        return raised;
    }
}
