package dev.linnet.pipeline.phrases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/**
 * Ranks the phrases that nobody tracks by how many wanted posts they would add.
 *
 * <p>That a phrase stands in wanted posts says little: "prayers" stands in them because "tornado" does. So beside the share of all its
 * posts that are wanted, the share of those counts that <em>nothing else leads to</em>, neither a keyword nor a phrase told
 * before. In a stream of which most posts hold a keyword, as one that was filtered by them, keywords are passed over there, and
 * single words count only as hashtags or names.
 */
public final class PhraseRanking {
    /** A cautious estimate: of the posts that hold the phrase so many must be wanted, where not all were chosen by keywords. */
    private static final double LEAST_SHARE = 0.5;

    private static final double LEAST_SHARE_ALONE = 0.35;
    private static final double LEAST_ADDED = 2;
    /** Wanted posts that must be among the newest. */
    private static final double LEAST_NEW = 3;

    private static final int NEW = 2_000;
    /** What covers so much of a part of it is told in its place: "willow river" for "river". */
    private static final double SAME = 0.8;

    private final PhraseMemory memory;
    private final ToIntFunction<String> keywordsIn;
    private final TornKeyword torn;
    private final Set<Long> toldKeys = new HashSet<>();
    private boolean open;
    private double usualShare;

    /**
     * @param keywordsIn how many keywords, or muted words, stand in a text
     * @param told the phrases told before, which are not told again
     */
    public PhraseRanking(PhraseMemory memory, ToIntFunction<String> keywordsIn, List<String> told) {
        this.memory = memory;
        this.keywordsIn = keywordsIn;
        this.torn = new TornKeyword(keywordsIn);
        told.forEach(phrase -> toldKeys.add(PhraseWords.key(phrase)));
    }

    /** The best phrases, the best first. */
    public List<RankedPhrase> best(int most) {
        measureStream();
        return pick(candidates(keysOfRelevant(), (key, held) -> true), most);
    }

    /** Those of some phrases that pass, and whose posts are accepted. */
    List<RankedPhrase> among(Set<Long> keys, BiPredicate<Long, List<HeldPost>> accepts) {
        measureStream();
        return pick(candidates(keys, accepts), keys.size());
    }

    private void measureStream() {
        double all = 0;
        double wanted = 0;
        double tracked = 0;
        for (PhraseMemory.Entry entry : memory.entries()) {
            double copies = entry.held().copies();
            all += copies;
            wanted += copies * entry.held().wanted();
            tracked += entry.held().post().tracked() ? copies : 0;
        }
        usualShare = all == 0 ? 0 : wanted / all;
        open = tracked < all / 2;
    }

    private Set<Long> keysOfRelevant() {
        Map<Long, Integer> uses = new HashMap<>();
        for (PhraseMemory.Entry entry : memory.entries()) {
            if (entry.held().isRelevant()) {
                for (long key : entry.keys()) {
                    uses.merge(key, 1, Integer::sum);
                }
            }
        }
        uses.values().removeIf(count -> count < LEAST_ADDED);
        return uses.keySet();
    }

    private Map<Candidate, Evidence> candidates(Set<Long> keys, BiPredicate<Long, List<HeldPost>> accepts) {
        Map<Candidate, Evidence> candidates = new HashMap<>();
        PhraseNames names = new PhraseNames();
        memory.holding(keys).forEach((key, posts) -> {
            if (posts.size() < LEAST_NEW || toldKeys.contains(key) || !accepts.test(key, Evidence.held(posts))) {
                return;
            }
            Evidence evidence = new Evidence(posts);
            Evidence.Count whole = evidence.whole(usualShare);
            if ((open ? whole.share() >= LEAST_SHARE : whole.mean() >= HeldPost.RELEVANT)
                    && evidence.wantedAfter(memory.seen() - NEW) >= LEAST_NEW) {
                PhraseNames.Name name = names.of(key, posts);
                if (isNew(name) && !torn.isIn(name.phrase(), posts)) {
                    candidates.put(new Candidate(key, name.phrase()), evidence);
                }
            }
        });
        return candidates;
    }

    private record Candidate(long key, String phrase) {}

    private boolean isNew(PhraseNames.Name name) {
        return !name.phrase().isEmpty() && (open || name.topic()) && keywordsIn.applyAsInt(name.phrase()) == 0;
    }

    private List<RankedPhrase> pick(Map<Candidate, Evidence> candidates, int most) {
        List<RankedPhrase> picked = new ArrayList<>();
        Map<Candidate, Evidence> left = new HashMap<>(candidates);
        while (picked.size() < most) {
            Map<Candidate, RankedPhrase> ranked = new HashMap<>();
            left.forEach((candidate, evidence) -> {
                Evidence.Count alone = evidence.alone(this::isLedTo, usualShare);
                if (alone.wanted() >= LEAST_ADDED && alone.share() >= LEAST_SHARE_ALONE) {
                    ranked.put(candidate, ranked(candidate, evidence, alone));
                }
            });
            if (ranked.isEmpty()) {
                break;
            }
            RankedPhrase best = longer(ranked.values().stream().max(BY_SCORE).orElseThrow(), ranked);
            picked.add(best);
            toldKeys.add(best.key());
            left.keySet().retainAll(ranked.keySet());
            left.keySet().removeIf(candidate -> PhraseWords.partOf(candidate.phrase(), best.phrase()));
        }
        return picked;
    }

    private static final Comparator<RankedPhrase> BY_SCORE = Comparator.comparingDouble(RankedPhrase::score)
            .thenComparing(phrase -> phrase.phrase().startsWith("#"))
            .thenComparing(phrase -> phrase.phrase().length())
            .thenComparing(RankedPhrase::phrase);

    /** The longest phrase that holds this one and is used nearly as often; a hashtag is a name by itself. */
    private static RankedPhrase longer(RankedPhrase best, Map<Candidate, RankedPhrase> ranked) {
        RankedPhrase longest = best;
        for (RankedPhrase other : ranked.values()) {
            if (!best.phrase().startsWith("#")
                    && other.phrase().length() > longest.phrase().length()
                    && PhraseWords.partOf(best.phrase(), other.phrase())
                    && other.adds() >= SAME * best.adds()) {
                longest = other;
            }
        }
        return longest;
    }

    private boolean isLedTo(PhraseMemory.Entry entry) {
        if (open && entry.held().post().tracked()) {
            return true;
        }
        for (long key : entry.keys()) {
            if (toldKeys.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private RankedPhrase ranked(Candidate candidate, Evidence evidence, Evidence.Count alone) {
        return new RankedPhrase(
                candidate.phrase(),
                candidate.key(),
                evidence.authors(),
                evidence.size(),
                evidence.whole(usualShare).share(),
                alone.wanted(),
                alone.wanted() * alone.share(),
                evidence.held().stream()
                        .sorted(Comparator.comparing(held -> held.post().at()))
                        .toList());
    }
}
