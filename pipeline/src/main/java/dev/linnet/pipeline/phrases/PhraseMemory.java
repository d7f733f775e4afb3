package dev.linnet.pipeline.phrases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of a stream of scored posts: the newest relevant ones, and a sample of the others that reaches as far back.
 *
 * <p>When the others become too many, every second is let go and the rest count twice. Which ones is told by the hash of
 * their text, so that the same stream leaves the same memory. Of copies of one text the first is held.
 */
public final class PhraseMemory {
    static final int MOST_RELEVANT = 4_000;
    static final int MOST_OTHERS = 8_000;
    /** In event time. */
    static final Duration SPAN = Duration.ofDays(14);

    private static final int DEEPEST = 40;

    private final Map<String, Entry> relevant = new LinkedHashMap<>();
    private final Map<String, Entry> others = new LinkedHashMap<>();
    private final Set<Long> groups = new HashSet<>();
    private long seen;
    private int level;

    /** A held post with the keys of its phrases. */
    record Entry(HeldPost held, long[] keys) {
        static Entry of(HeldPost held) {
            long[] keys = PhraseWords.in(held.post().text(), held.post().language()).keySet().stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            return new Entry(held, keys);
        }

        Entry with(double copies, int decided) {
            return new Entry(new HeldPost(held.post(), copies, decided, held.place()), keys);
        }
    }

    /** Holds a post; false where a copy of it is held, or it is not in the sample. */
    public boolean add(PhrasePost post) {
        return hold(post) != null;
    }

    /** The same; the entry, if it is held. */
    @Nullable
    Entry hold(PhrasePost post) {
        seen++;
        HeldPost held = new HeldPost(post, 1, 0, seen);
        if (groups.contains(post.group()) || (!held.isRelevant() && !isInSample(post))) {
            return null;
        }
        letGo(post.at().minus(SPAN));
        groups.add(post.group());
        if (held.isRelevant()) {
            Entry entry = Entry.of(held);
            relevant.put(post.key(), entry);
            removeOldest(relevant, MOST_RELEVANT);
            return entry;
        }
        Entry entry = Entry.of(held).with(Math.scalb(1.0, level), 0);
        others.put(post.key(), entry);
        while (others.size() > MOST_OTHERS && level < DEEPEST) {
            thin();
        }
        return entry;
    }

    private boolean isInSample(PhrasePost post) {
        return (post.group() & ((1L << level) - 1)) == 0;
    }

    private void thin() {
        level++;
        for (Map.Entry<String, Entry> other : List.copyOf(others.entrySet())) {
            Entry entry = other.getValue();
            if (isInSample(entry.held().post())) {
                others.put(
                        other.getKey(),
                        entry.with(entry.held().copies() * 2, entry.held().decided()));
            } else {
                forget(other.getKey());
            }
        }
    }

    /** Learns that a post was approved or rejected, or that the decision was taken back (null). */
    public void decide(String key, @Nullable Boolean approved) {
        int decided = approved == null ? 0 : approved ? 1 : -1;
        Entry entry = relevant.get(key);
        if (entry != null) {
            Entry now = entry.with(1, decided);
            if (now.held().isRelevant() || decided != 0) {
                relevant.put(key, now);
            } else {
                relevant.remove(key);
                others.put(key, now);
            }
            return;
        }
        Entry other = others.remove(key);
        if (other != null && decided != 0) {
            // What was looked at stands for itself alone.
            relevant.put(key, other.with(1, decided));
            removeOldest(relevant, MOST_RELEVANT);
        } else if (other != null) {
            others.put(key, other);
        }
    }

    /** Forgets a post that was taken back. */
    public void forget(String key) {
        Entry entry = relevant.remove(key);
        Entry other = others.remove(key);
        for (Entry gone : new Entry[] {entry, other}) {
            if (gone != null) {
                groups.remove(gone.held().post().group());
            }
        }
    }

    private void letGo(Instant before) {
        letGo(relevant, before);
        letGo(others, before);
        if (level > 0 && others.size() < MOST_OTHERS / 4) {
            level--;
        }
    }

    private void letGo(Map<String, Entry> posts, Instant before) {
        Iterator<Entry> oldest = posts.values().iterator();
        while (oldest.hasNext()) {
            PhrasePost post = oldest.next().held().post();
            if (!post.at().isBefore(before)) {
                return;
            }
            oldest.remove();
            groups.remove(post.group());
        }
    }

    private void removeOldest(Map<String, Entry> posts, int most) {
        while (posts.size() > most) {
            forget(posts.keySet().iterator().next());
        }
    }

    /** How many posts came by, held or not. */
    long seen() {
        return seen;
    }

    /** How often the sample of the others was halved. */
    int level() {
        return level;
    }

    /** All that is held, the relevant and decided ones first. */
    Collection<Entry> entries() {
        List<Entry> all = new ArrayList<>(relevant.size() + others.size());
        all.addAll(relevant.values());
        all.addAll(others.values());
        return all;
    }

    /** What has to be kept over a restart. */
    public List<HeldPost> snapshot() {
        return entries().stream().map(Entry::held).toList();
    }

    /**
     * The memory as it was when the snapshot was taken.
     *
     * @param seen how many posts had come by
     * @param level how often the sample had been halved
     */
    public static PhraseMemory restore(Iterable<HeldPost> snapshot, long seen, int level) {
        PhraseMemory memory = new PhraseMemory();
        memory.seen = seen;
        memory.level = level;
        for (HeldPost held : snapshot) {
            boolean first = held.isRelevant() || held.decided() != 0;
            (first ? memory.relevant : memory.others).put(held.post().key(), Entry.of(held));
            memory.groups.add(held.post().group());
        }
        return memory;
    }

    /** Posts that hold each of some keys. */
    Map<Long, List<Entry>> holding(Set<Long> keys) {
        Map<Long, List<Entry>> found = new HashMap<>();
        for (Entry entry : entries()) {
            for (long key : entry.keys()) {
                if (keys.contains(key)) {
                    found.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
                }
            }
        }
        return found;
    }
}
