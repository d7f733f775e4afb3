package dev.linnet.pipeline.phrases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the posts that hold a phrase say of it. Each author counts once, however often they post. */
final class Evidence {
    /** How many posts of the usual kind are put beside what is seen, and how many deviations the estimate stays below it. */
    private static final double PRIOR = 2;

    private static final double CAUTION = 1;
    private static final double PRIOR_ALONE = 1;
    private static final double CAUTION_ALONE = 0.5;

    private final List<PhraseMemory.Entry> posts;
    private final Map<String, Integer> byAuthor = new HashMap<>();

    Evidence(List<PhraseMemory.Entry> posts) {
        this.posts = posts;
        posts.forEach(entry -> byAuthor.merge(entry.held().counted(), 1, Integer::sum));
    }

    List<HeldPost> held() {
        return held(posts);
    }

    static List<HeldPost> held(List<PhraseMemory.Entry> posts) {
        return posts.stream().map(PhraseMemory.Entry::held).toList();
    }

    /**
     * What is counted.
     *
     * @param wanted wanted posts, one an author
     * @param all posts, one an author
     * @param mean the share of wanted ones, drawn towards the usual share
     * @param share the same, cautiously: some deviations below it
     */
    record Count(double wanted, double all, double mean, double share) {}

    /** Over all its posts. */
    Count whole(double usualShare) {
        return count(entry -> true, usualShare, PRIOR, CAUTION);
    }

    /** Over those that nothing else leads to. */
    Count alone(Predicate<PhraseMemory.Entry> isLedTo, double usualShare) {
        return count(isLedTo.negate(), usualShare, PRIOR_ALONE, CAUTION_ALONE);
    }

    private Count count(Predicate<PhraseMemory.Entry> which, double usualShare, double prior, double caution) {
        double wanted = 0;
        double all = 0;
        for (PhraseMemory.Entry entry : posts) {
            if (which.test(entry)) {
                HeldPost held = entry.held();
                double weight = held.copies() / byAuthor.getOrDefault(held.counted(), 1);
                wanted += weight * held.wanted();
                all += weight;
            }
        }
        double seen = all + prior;
        double share = (wanted + prior * usualShare) / seen;
        return new Count(wanted, all, share, share - caution * Math.sqrt(share * (1 - share) / seen));
    }

    /** Wanted posts among those that came after a place of the stream. */
    double wantedAfter(long place) {
        double wanted = 0;
        for (PhraseMemory.Entry entry : posts) {
            if (entry.held().place() > place) {
                wanted += entry.held().wanted();
            }
        }
        return wanted;
    }

    /** Different authors of wanted posts. */
    int authors() {
        Set<String> authors = new HashSet<>();
        for (PhraseMemory.Entry entry : posts) {
            if (entry.held().isRelevant()) {
                authors.add(entry.held().counted());
            }
        }
        return authors.size();
    }

    /** How many posts of the stream these stand for. */
    double size() {
        return posts.stream().mapToDouble(entry -> entry.held().copies()).sum();
    }
}
