package dev.linnet.pipeline.phrases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 *
 * <p>A keyword that spikes carries up whatever is usually said with it, and that is told by the spike. So where most posts with the phrase hold one
 * keyword, its share of the posts with that keyword is asked for too, and the lesser surprise counts.
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
    private final List<Map<String, Double>> withKeyword = new ArrayList<>();

    /**
     * @param now the newest event time
     * @param listened since when there was no long break
     * @param uses how often phrases were used
     */
    Rise(Collection<PhraseMemory.Entry> stream, Instant now, Duration listened, PhraseUses uses) {
        this.now = now;
        this.listened = listened;
        this.uses = uses;
        WINDOWS.forEach(window -> withKeyword.add(new HashMap<>()));
        for (PhraseMemory.Entry entry : stream) {
            for (int i = 0; i < inWindow.length; i++) {
                if (isWithin(entry.held(), WINDOWS.get(i))) {
                    inWindow[i] += entry.held().copies();
                    count(entry.held(), withKeyword.get(i));
                }
            }
        }
    }

    private static void count(HeldPost held, Map<String, Double> keywords) {
        held.post().keywords().forEach(keyword -> keywords.merge(keyword, held.copies(), Double::sum));
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
                Risen risen = within(window, key, posts, i);
                if (risen.authors() >= LEAST_AUTHORS && risen.surprise() >= SURPRISE) {
                    return Optional.of(risen);
                }
            }
        }
        return Optional.empty();
    }

    private Risen within(Duration window, long key, List<HeldPost> posts, int number) {
        Set<String> authors = new HashSet<>();
        Map<String, Double> keywords = new HashMap<>();
        double used = 0;
        for (HeldPost held : posts) {
            if (isWithin(held, window)) {
                used += held.copies();
                count(held, keywords);
                if (held.isRelevant()) {
                    authors.add(held.counted());
                }
            }
        }
        double before = Math.max(0, uses.of(key) - used) + PRIOR_USES;
        Risen risen = risen(window, authors.size(), before, inWindow[number], uses.posts());
        for (Map.Entry<String, Double> keyword : keywords.entrySet()) {
            if (keyword.getValue() > used / 2) {
                double said = withKeyword.get(number).getOrDefault(keyword.getKey(), 0.0);
                double ever = uses.of(PhraseUses.ofKeyword(keyword.getKey()));
                Risen within = risen(window, authors.size(), before, said, ever);
                risen = within.surprise() < risen.surprise() ? within : risen;
            }
        }
        return risen;
    }

    /** Different authors count, not posts: one busy account makes nothing emerge. */
    private static Risen risen(Duration window, int authors, double before, double said, double ever) {
        double saidBefore = Math.max(0, ever - said) + PRIOR_POSTS;
        double surprise = surprise(authors, before, said / (said + saidBefore));
        return new Risen(window, authors, said * before / saidBefore, surprise);
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
