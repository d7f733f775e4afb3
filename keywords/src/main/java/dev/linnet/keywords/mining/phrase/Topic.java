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
    final Map<String, Double> posts = new LinkedHashMap<>();
    private final Map<String, Integer> spellings = new TreeMap<>();
    private String sentence = "";
    private double sentenceWorth = -1;
    double weight;
    int uses;
    int whole;
    int named;

    Topic(String key) {
        this.key = key;
    }

    int words() {
        return key.split(" ").length;
    }

    void add(String article, Reading reading, List<Use> found, boolean inTitleOrTags, double recency) {
        uses += found.size();
        named += inTitleOrTags ? 1 : 0;
        double here = Math.log1p(found.size()) / Math.log(2) * (inTitleOrTags ? 2 : 1) * recency;
        weight += here;
        posts.merge(article, here, Double::sum);
        for (Use use : found) {
            whole += use.whole() ? 1 : 0;
            spellings.merge(use.surface(), 1, Integer::sum);
            offer(reading.sentences().get(use.sentence()), here);
        }
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

    Topic merged(Topic other) {
        Topic winner = uses >= other.uses ? this : other;
        Topic loser = winner == this ? other : this;
        winner.uses += loser.uses;
        winner.whole += loser.whole;
        winner.named += loser.named;
        winner.weight += loser.weight;
        loser.posts.forEach((post, here) -> winner.posts.merge(post, here, Double::sum));
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
        List<String> byWorth = new ArrayList<>(posts.keySet());
        byWorth.sort(Comparator.comparing((String post) -> posts.getOrDefault(post, 0.0))
                .reversed());
        double rounded = Math.round(strength * 100) / 100.0;
        return new MinedKeyword(
                bySpelling.get(0), rounded, byWorth, sentence, bySpelling.subList(1, bySpelling.size()));
    }
}
