package dev.linnet.pipeline.phrases;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a phrase is used more than its own past lets expect: as a part of what is said, so that nothing stands out only
 * because everything is talked of more.
 *
 * <p>How surprising a number of authors is, is the logarithm of the Poisson tail's Chernoff bound. Three stretches are looked at, from a
 * burst of minutes to a slow day; each only where the stream was listened to for longer than twice as much.
 */
final class Rise {
    static final int LEAST_AUTHORS = 5;

    static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofHours(24));
    private static final Duration WARM_UP = Duration.ofMinutes(45);

    /** Natural logarithm of one in 1.2 million: tens of thousands of phrases are looked at. */
    private static final double SURPRISE = 14;

    /** What an unseen phrase is taken to have been used before, and out of how many posts. */
    private static final double PRIOR_USES = 1;

    private static final double PRIOR_POSTS = 20;

    private final Instant now;
    private final Duration listened;
    private final double[] inWindow = new double[WINDOWS.size()];
    private double all;

    /**
     * @param now the newest event time
     * @param listened since when there was no long break
     */
    Rise(Collection<PhraseMemory.Entry> stream, Instant now, Duration listened) {
        this.now = now;
        this.listened = listened;
        for (PhraseMemory.Entry entry : stream) {
            all += entry.held().copies();
            for (int i = 0; i < inWindow.length; i++) {
                inWindow[i] +=
                        isWithin(entry.held(), WINDOWS.get(i)) ? entry.held().copies() : 0;
            }
        }
    }

    private boolean isWithin(HeldPost held, Duration window) {
        return held.post().at().isAfter(now.minus(window));
    }

    /** A stretch in which a phrase rises, and what was to be expected in it. */
    record Risen(Duration window, int authors, double expected) {}

    /** The shortest stretch in which it rises, if any. */
    Optional<Risen> of(List<HeldPost> posts) {
        for (int i = 0; i < inWindow.length; i++) {
            Duration window = WINDOWS.get(i);
            boolean known = listened.compareTo(WARM_UP) >= 0 && listened.compareTo(window.multipliedBy(2)) >= 0;
            Risen risen = known ? within(window, posts, inWindow[i]) : new Risen(window, 0, 0);
            if (stands(risen)) {
                return Optional.of(risen);
            }
        }
        return Optional.empty();
    }

    private Risen within(Duration window, List<HeldPost> posts, double said) {
        Set<String> authors = new HashSet<>();
        double before = 0;
        for (HeldPost held : posts) {
            if (!isWithin(held, window)) {
                before += held.copies();
            } else if (held.isRelevant()) {
                authors.add(held.counted());
            }
        }
        double share = (before + PRIOR_USES) / (all - said + PRIOR_POSTS);
        return new Risen(window, authors.size(), share * said);
    }

    /** Different authors count, not posts: one busy account makes nothing emerge. */
    private static boolean stands(Risen risen) {
        double authors = risen.authors();
        double expected = risen.expected();
        return risen.authors() >= LEAST_AUTHORS
                && authors > expected
                && authors * Math.log(authors / expected) - (authors - expected) >= SURPRISE;
    }
}
