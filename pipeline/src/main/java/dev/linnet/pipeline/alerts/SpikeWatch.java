package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.spikes.SpikeDetector;
import dev.linnet.pipeline.spikes.SpikeReading;
import dev.linnet.pipeline.spikes.SpikeState;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one keyword's minutes and makes of its spikes alerts: one per episode, told again when it closes. Where several things are
 * measured, one alert covers the time in which any of them is unusual, in the words of the one that was so first.
 *
 * <p>Minutes in which nobody used the keyword are quiet; those of a {@link Gap} are unknown, whatever comes of them later.
 */
public final class SpikeWatch {
    private static final long MINUTE = 60_000;
    private static final int LEAST_AUTHORS = 3;
    /** Of a longer silence only the end counts as quiet: what it says was said. */
    private static final long LONGEST_SILENCE = Duration.ofDays(56).toMinutes();

    private final List<SpikeMeter> meters;
    private final List<Alert> told = new ArrayList<>();
    private List<Gap> gaps;
    private RecentPosts recent;
    private @Nullable SpikeEpisode episode;
    private @Nullable Alert raised;

    /** Of a keyword of which nothing was seen, or that was no more than counted so far. */
    public SpikeWatch(SpikeDetector detector) {
        this(List.of(new SpikeMeter(Watched.RELEVANCE, detector)), SpikeNotes.NONE);
    }

    /**
     * @param meters what is measured; at least one
     * @param notes what else is known
     */
    SpikeWatch(List<SpikeMeter> meters, SpikeNotes notes) {
        this.meters = meters;
        gaps = notes.gaps();
        recent = notes.recent();
        episode = notes.episode();
        raised = notes.raised();
    }

    /** Takes a minute in which the keyword was used; one that is past, or of which only a part is known, is left out. */
    public List<Alert> take(KeywordWindow window) {
        told.clear();
        long minute = Math.floorDiv(window.start().toEpochMilli(), MINUTE);
        boolean isNext = row() == SpikeState.NONE || minute > row();
        if (isNext && Gap.firstKnown(gaps, minute) == minute) {
            beQuietUntil(minute);
            recent = recent.with(window, minute);
            step(window, minute);
        }
        return List.copyOf(told);
    }

    /** Takes note of minutes of which nothing is known. */
    public void miss(Gap gap) {
        gaps = Gap.with(gaps, gap, row());
    }

    /** Nobody used the keyword in the minutes before. */
    public List<Alert> quietUntil(long minute) {
        told.clear();
        beQuietUntil(minute);
        return List.copyOf(told);
    }

    /** The last row of any; one that was not measured for a while lags behind. */
    private long row() {
        return meters.stream().mapToLong(meter -> meter.detector().row()).max().orElse(SpikeState.NONE);
    }

    private void beQuietUntil(long minute) {
        if (row() != SpikeState.NONE) {
            long first = Math.max(row() + 1, minute - LONGEST_SILENCE);
            for (long at = known(first); at < minute; at = known(at + 1)) {
                measure(at, null);
            }
        }
    }

    private long known(long minute) {
        return gaps.isEmpty() ? minute : Gap.firstKnown(gaps, minute);
    }

    private void step(KeywordWindow window, long minute) {
        boolean wentOn = goesOn();
        measure(minute, window);
        SpikeEpisode seen = (wentOn && episode != null ? episode : SpikeEpisode.fresh()).with(window);
        episode = seen;
        // Several posts by one author are no spike: the episode is told once enough others join.
        if (goesOn() && seen.authorCount() >= LEAST_AUTHORS) {
            tell(window.keyword(), seen);
        }
    }

    private void tell(String keyword, SpikeEpisode seen) {
        if (raised == null) {
            SpikeMeter first = meters.stream()
                    .filter(SpikeMeter::goesOn)
                    .min(Comparator.comparingLong(
                            meter -> meter.detector().episode().start()))
                    .orElseThrow();
            episode = seen.toldBy(first.what());
            raised = SpikeAlert.open(keyword, first, seen, null);
            told.add(raised);
        } else {
            Alert before = raised;
            leading()
                    .filter(SpikeMeter::goesOn)
                    .ifPresent(meter -> raised = SpikeAlert.open(keyword, meter, seen, before));
        }
    }

    private Optional<SpikeMeter> leading() {
        Watched by = episode == null ? null : episode.toldBy();
        return meters.stream().filter(meter -> meter.what() == by).findFirst();
    }

    private void measure(long minute, @Nullable KeywordWindow window) {
        boolean wentOn = goesOn();
        boolean goesOn = false;
        for (SpikeMeter meter : meters) {
            SpikeReading reading = meter.next(minute, window);
            goesOn |= meter.goesOn() && !reading.opened();
        }
        if (wentOn && !goesOn && raised != null) {
            told.add(SpikeAlert.closed(raised, leading().orElse(meters.get(0)).detector()));
            raised = null;
            episode = null;
        }
    }

    /** The next minute that can be known. */
    long next() {
        return known(row() + 1);
    }

    /** Whether an episode goes on. */
    public boolean goesOn() {
        return meters.stream().anyMatch(SpikeMeter::goesOn);
    }

    List<SpikeMeter> meters() {
        return meters;
    }

    RecentPosts recent() {
        return recent;
    }

    /** All but the measures. */
    SpikeNotes notes() {
        return new SpikeNotes(gaps, recent, goesOn() ? episode : null, raised);
    }

    @Nullable
    Alert raised() {
        return raised;
    }
}
