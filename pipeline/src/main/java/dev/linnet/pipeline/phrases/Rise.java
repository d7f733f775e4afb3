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
 * <p>How often a phrase was used before tells its share of what is said, the less surely the less was said: a gamma distribution. By that
 * its uses in a stretch have a negative binomial one, and the surprise is the logarithm of how improbable so many are. (DuMouchel, "Bayesian
 * data mining in large frequency tables", 1999, judges counts so.) Three stretches are looked at, from a burst of minutes to a slow day;
 * each only where the stream was listened to for longer than twice as much.
 */
final class Rise {
    static final int LEAST_AUTHORS = 5;

    static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(20), Duration.ofHours(3), Duration.ofHours(24));
    private static final Duration WARM_UP = Duration.ofMinutes(45);

    /** Natural logarithm of one in 1.2 million: tens of thousands of phrases are looked at. */
    private static final double SURPRISE = 14;

    /** What a phrase is taken to have been used before all that was seen, and out of how many posts. */
    private static final double PRIOR_USES = 0.5;

    private static final double PRIOR_POSTS = 20;

    private final Instant now;
    private final Duration listened;
    private final PhraseUses uses;
    private final double[] inWindow = new double[WINDOWS.size()];

    /**
     * @param now the newest event time
     * @param listened since when there was no long break
     * @param uses how often phrases were used
     */
    Rise(Collection<PhraseMemory.Entry> stream, Instant now, Duration listened, PhraseUses uses) {
        this.now = now;
        this.listened = listened;
        this.uses = uses;
        for (PhraseMemory.Entry entry : stream) {
            for (int i = 0; i < inWindow.length; i++) {
                inWindow[i] +=
                        isWithin(entry.held(), WINDOWS.get(i)) ? entry.held().copies() : 0;
            }
        }
    }

    private boolean isWithin(HeldPost held, Duration window) {
        return held.post().at().isAfter(now.minus(window));
    }

    /**
     * A stretch in which a phrase rises.
     *
     * @param window the stretch before now
     * @param authors how many authors of wanted posts used it
     * @param expected how many posts would hold it by its share before
     * @param surprise the negative logarithm of how probable so many are
     */
    record Risen(Duration window, int authors, double expected, double surprise) {}

    /** The shortest stretch in which it rises, if any. */
    Optional<Risen> of(long key, List<HeldPost> posts) {
        for (int i = 0; i < inWindow.length; i++) {
            Duration window = WINDOWS.get(i);
            boolean known = listened.compareTo(WARM_UP) >= 0 && listened.compareTo(window.multipliedBy(2)) >= 0;
            if (known) {
                Risen risen = within(window, key, posts, inWindow[i]);
                if (risen.authors() >= LEAST_AUTHORS && risen.surprise() >= SURPRISE) {
                    return Optional.of(risen);
                }
            }
        }
        return Optional.empty();
    }

    private Risen within(Duration window, long key, List<HeldPost> posts, double said) {
        Set<String> authors = new HashSet<>();
        double used = 0;
        for (HeldPost held : posts) {
            if (isWithin(held, window)) {
                used += held.copies();
                if (held.isRelevant()) {
                    authors.add(held.counted());
                }
            }
        }
        double before = Math.max(0, uses.of(key) - used) + PRIOR_USES;
        double saidBefore = Math.max(0, uses.posts() - said) + PRIOR_POSTS;
        // Different authors count, not posts: one busy account makes nothing emerge.
        double surprise = surprise(authors.size(), before, said / (said + saidBefore));
        return new Risen(window, authors.size(), said * before / saidBefore, surprise);
    }

    private static double surprise(int now, double before, double chance) {
        if (now <= before * chance / (1 - chance)) {
            return 0;
        }
        double probability = now * Math.log(chance) + before * Math.log(1 - chance);
        for (int use = 0; use < now; use++) {
            probability += Math.log((before + use) / (use + 1));
        }
        return -probability;
    }
}
