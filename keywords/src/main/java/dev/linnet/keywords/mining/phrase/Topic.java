package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.MinedKeyword;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A phrase in all its spellings, with the articles that use it. */
final class Topic {
    final String key;
    private final Map<String, PostUse> posts = new LinkedHashMap<>();
    private final Map<String, Integer> spellings = new TreeMap<>();
    private String sentence = "";
    private double sentenceWorth = -1;
    private int uses;
    private int whole;
    private boolean named;

    Topic(String key) {
        this.key = key;
    }

    int words() {
        return key.split(" ").length;
    }

    int uses() {
        return uses;
    }

    boolean named() {
        return named;
    }

    /** The share of its uses that are whole noun phrases. */
    double wholeness() {
        return uses == 0 ? 0 : (double) whole / uses;
    }

    /**
     * Adds an article's uses.
     *
     * @param inTitleOrTags whether the article is named for it
     * @param factor what a use in this article is worth
     */
    void add(String article, List<String> sentences, List<Use> found, boolean inTitleOrTags, double factor) {
        uses += found.size();
        named |= inTitleOrTags;
        PostUse post = posts.computeIfAbsent(article, id -> new PostUse());
        post.uses += found.size();
        post.factor = Math.max(post.factor, factor);
        for (Use use : found) {
            whole += use.whole() ? 1 : 0;
            spellings.merge(use.surface(), 1, Integer::sum);
            offer(sentences.get(use.sentence()), factor * Math.log1p(found.size()));
        }
    }

    /** Takes away the uses that belong to a longer topic. */
    void without(Topic longer) {
        longer.posts.forEach((article, theirs) -> {
            PostUse mine = posts.get(article);
            if (mine != null) {
                mine.nested += theirs.uses;
            }
        });
    }

    /** The sum over the articles of {@code log2(1 + uses of its own)} times what a use there is worth. */
    double weight() {
        return posts.values().stream().mapToDouble(PostUse::worth).sum();
    }

    /** The number of articles that have uses of its own. */
    long articles() {
        return posts.values().stream().filter(post -> post.uses > post.nested).count();
    }

    /** A sentence shows a topic well if it is neither a scrap nor a page long, and its article is about the topic. */
    private void offer(String candidate, double here) {
        int length = candidate.length();
        double shape = length < 30 ? 0.3 : length <= 200 ? 1 : 200.0 / length;
        if (here * shape > sentenceWorth) {
            sentenceWorth = here * shape;
            sentence = candidate;
        }
    }

    /** The two as one, under the key that is used more. */
    Topic merged(Topic other) {
        Topic winner = uses >= other.uses ? this : other;
        Topic loser = winner == this ? other : this;
        winner.uses += loser.uses;
        winner.whole += loser.whole;
        winner.named |= loser.named;
        loser.posts.forEach((article, post) -> winner.posts.merge(article, post, PostUse::plus));
        loser.spellings.forEach((spelling, count) -> winner.spellings.merge(spelling, count, Integer::sum));
        if (loser.sentenceWorth > winner.sentenceWorth) {
            winner.sentence = loser.sentence;
            winner.sentenceWorth = loser.sentenceWorth;
        }
        return winner;
    }

    MinedKeyword toKeyword(double strength) {
        List<String> bySpelling = new ArrayList<>(spellings.keySet());
        bySpelling.sort(Comparator.comparing((String spelling) -> spellings.getOrDefault(spelling, 0))
                .reversed());
        List<String> byWorth = posts.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, PostUse> e) -> e.getValue().worth())
                        .reversed())
                .map(Map.Entry::getKey)
                .toList();
        double rounded = Math.round(strength * 100) / 100.0;
        return new MinedKeyword(
                bySpelling.get(0), rounded, byWorth, sentence, bySpelling.subList(1, bySpelling.size()));
    }

    /** Its uses in one article. */
    private static final class PostUse {
        private int uses;
        private int nested;
        private double factor;

        double worth() {
            return Math.log1p(Math.max(0, uses - nested)) / Math.log(2) * factor;
        }

        PostUse plus(PostUse other) {
            PostUse sum = new PostUse();
            sum.uses = uses + other.uses;
            sum.nested = nested + other.nested;
            sum.factor = Math.max(factor, other.factor);
            return sum;
        }
    }
}
