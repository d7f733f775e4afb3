package dev.linnet.pipeline.alerts;

import dev.linnet.pipeline.listening.Gap;
import dev.linnet.pipeline.mood.MoodDetector;
import dev.linnet.pipeline.mood.MoodState;
import dev.linnet.pipeline.windows.KeywordWindow;
import dev.linnet.queue.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the mood of one keyword's minutes and makes of its turns alerts: one per turn, told again when it is over.
 *
 * <p>Minutes of a {@link Gap} are left out, whatever comes of them later.
 */
public final class MoodWatch {
    private static final long MINUTE = 60_000;
    private static final int MOST_KEPT = 6;

    private final MoodDetector detector;
    private List<Gap> gaps;
    private List<MoodPost> kept;
    private @Nullable Alert raised;

    /** Of a keyword of which nothing was seen. */
    public MoodWatch(MoodDetector detector) {
        this(detector, MoodNotes.NONE);
    }

    /** @param notes what is known beside the mood */
    MoodWatch(MoodDetector detector, MoodNotes notes) {
        this.detector = detector;
        gaps = notes.gaps();
        kept = notes.posts();
        raised = notes.raised();
    }

    /** Takes a minute in which the keyword was used; one that is past, or of which only a part is known, is left out. */
    public List<Alert> take(KeywordWindow window) {
        long minute = Math.floorDiv(window.start().toEpochMilli(), MINUTE);
        boolean isNext = detector.minute() == MoodState.NONE || minute > detector.minute();
        if (!isNext || Gap.firstKnown(gaps, minute) != minute) {
            return List.of();
        }
        detector.next(minute, window.sample());
        keep(window, minute);
        List<Alert> told = new ArrayList<>();
        over().ifPresent(told::add);
        if (detector.turn().goesOn() && raised == null) {
            raised = MoodAlert.open(window.keyword(), detector, kept);
            told.add(raised);
        }
        return told;
    }

    /** Nobody used the keyword up to a minute. */
    public List<Alert> quietUntil(long minute) {
        if (minute > detector.minute()) {
            detector.passTo(minute);
        }
        return over().map(List::of).orElseGet(List::of);
    }

    /** The end of what was told, if it is over or another turn took its place. */
    private Optional<Alert> over() {
        Alert open = raised;
        boolean lasts = open != null
                && detector.turn().goesOn()
                && detector.turn().minute() * 60 == open.opened().getEpochSecond();
        if (open == null || lasts) {
            return Optional.empty();
        }
        raised = null;
        return Optional.of(open.closedAt(Instant.ofEpochSecond(detector.minute() * 60)));
    }

    /** Takes note of minutes of which nothing is known. */
    public void miss(Gap gap) {
        gaps = Gap.with(gaps, gap, detector.minute());
    }

    private void keep(KeywordWindow window, long minute) {
        List<MoodPost> now = new ArrayList<>(kept);
        now.removeIf(one -> one.minute() < detector.oldest());
        for (int i = 0; i < window.top().size(); i++) {
            now.add(new MoodPost(window.top().get(i), window.topMoods().get(i), minute, window.words()));
        }
        if (now.size() > MOST_KEPT) {
            now.sort(Comparator.comparingDouble((MoodPost one) -> -Math.abs(one.sentiment() - detector.usual()))
                    .thenComparing(one -> one.post().id()));
            now = now.subList(0, MOST_KEPT);
        }
        kept = List.copyOf(now);
    }

    /** Whether a turn is told that lasts. */
    boolean goesOn() {
        return detector.turn().goesOn();
    }

    /** When that is over if nobody speaks, in minutes since 1970. */
    long overBy() {
        return detector.overBy();
    }

    /** The last authors' posts, as hashes. */
    List<Long> posts() {
        return detector.posts();
    }

    MoodState state() {
        return detector.state();
    }

    /** All but the mood. */
    MoodNotes notes() {
        return new MoodNotes(gaps, kept, raised);
    }

    @Nullable
    Alert raised() {
        return raised;
    }
}
