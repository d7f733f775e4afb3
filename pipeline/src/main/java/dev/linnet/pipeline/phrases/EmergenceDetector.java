package dev.linnet.pipeline.phrases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases that nobody tracks and that come up in wanted posts by different authors: {@link PhraseRanking} says which would
 * lead to wanted posts, {@link Rise} which are new. A phrase is told once in {@link PhraseMemory#SPAN}.
 *
 * <p>It looks once a minute of event time, and only at the phrases of the wanted posts that came since.
 */
public final class EmergenceDetector {
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration LONG_BREAK = Duration.ofHours(6);
    private static final int MOST_TOLD = 500;

    private final PhraseMemory memory;
    private final List<ToldPhrase> told;
    private final Set<Long> fresh = new HashSet<>();
    private final PhraseUses uses;
    private long since;
    private long newest;
    private long looked;

    /** A detector of a stream of which nothing was seen. */
    public EmergenceDetector() {
        this(List.of(), List.of(), EmergenceState.none());
    }

    /**
     * A detector that goes on from where another stood.
     *
     * @param held the posts that it held
     * @param told the phrases told before
     * @param state the rest; its arrays are this detector's own from now on
     */
    public EmergenceDetector(Iterable<HeldPost> held, List<ToldPhrase> told, EmergenceState state) {
        memory = PhraseMemory.restore(held, state.seen(), state.level());
        this.told = new ArrayList<>(told);
        for (long key : state.fresh()) {
            fresh.add(key);
        }
        uses = new PhraseUses(state.usage());
        since = state.since();
        newest = state.newest();
        looked = state.looked();
    }

    /**
     * Takes a post, and gives the phrases that come up with it.
     *
     * @param keywordsIn how many keywords, or muted words, stand in a text
     */
    public List<Emergence> add(PhrasePost post, ToIntFunction<String> keywordsIn) {
        if (post.gone()) {
            memory.forget(post.key());
            return List.of();
        }
        long at = post.at().toEpochMilli();
        hear(at);
        PhraseMemory.Entry entry = memory.hold(post);
        if (entry != null) {
            uses.add(withKeywords(entry.keys(), post), entry.held().copies(), post.at());
            if (entry.held().isRelevant()) {
                for (long key : entry.keys()) {
                    fresh.add(key);
                }
            }
        }
        boolean isTime = newest - looked >= LOOK_EVERY.toMillis();
        return isTime && !fresh.isEmpty() ? look(keywordsIn) : List.of();
    }

    private static long[] withKeywords(long[] keys, PhrasePost post) {
        return LongStream.concat(LongStream.of(keys), post.keywords().stream().mapToLong(PhraseUses::ofKeyword))
                .toArray();
    }

    /** After a break of hours nothing is known of what was usual just before: listening begins anew. */
    private void hear(long at) {
        if (since < 0 || at - newest > LONG_BREAK.toMillis()) {
            since = at;
        }
        newest = Math.max(newest, at);
    }

    private List<Emergence> look(ToIntFunction<String> keywordsIn) {
        looked = newest;
        told.removeIf(phrase -> newest - phrase.at() > PhraseMemory.SPAN.toMillis());
        Rise rise = new Rise(memory.entries(), Instant.ofEpochMilli(newest), Duration.ofMillis(newest - since), uses);
        PhraseRanking ranking = new PhraseRanking(
                memory, keywordsIn, told.stream().map(ToldPhrase::phrase).toList());
        List<Emergence> found = new ArrayList<>();
        for (RankedPhrase phrase :
                ranking.among(fresh, (key, posts) -> rise.of(key, posts).isPresent())) {
            Rise.Risen risen = rise.of(phrase.key(), phrase.holding()).orElseThrow();
            found.add(new Emergence(phrase, risen.window(), risen.authors(), risen.expected()));
            told.add(new ToldPhrase(phrase.phrase(), newest));
        }
        if (told.size() > MOST_TOLD) {
            told.subList(0, told.size() - MOST_TOLD).clear();
        }
        fresh.clear();
        return found;
    }

    /** Learns that a post was approved or rejected, or that the decision was taken back (null). */
    public void decide(String key, @Nullable Boolean approved) {
        memory.decide(key, approved);
    }

    /** When a phrase was last used in a wanted post, milliseconds since 1970; −1 where none is held. */
    public long lastUse(String phrase) {
        long key = PhraseWords.key(phrase);
        long last = -1;
        for (PhraseMemory.Entry entry : memory.holding(Set.of(key)).getOrDefault(key, List.of())) {
            last = entry.held().isRelevant()
                    ? Math.max(last, entry.held().post().at().toEpochMilli())
                    : last;
        }
        return last;
    }

    /** The posts that it holds. */
    public List<HeldPost> held() {
        return memory.snapshot();
    }

    /** The phrases told in the last {@link PhraseMemory#SPAN}. */
    public List<ToldPhrase> told() {
        return List.copyOf(told);
    }

    /** The rest of what has to be kept over a restart; it shares the large array with this detector. */
    public EmergenceState state() {
        long[] keys = fresh.stream().mapToLong(Long::longValue).toArray();
        return new EmergenceState(since, newest, looked, keys, memory.seen(), memory.level(), uses.usage());
    }

    /** The newest event time, milliseconds since 1970; −1 before the first post. */
    public long newest() {
        return newest;
    }
}
