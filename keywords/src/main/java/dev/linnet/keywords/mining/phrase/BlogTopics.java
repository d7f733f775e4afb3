package dev.linnet.keywords.mining.phrase;

import dev.linnet.keywords.mining.Article;
import dev.linnet.keywords.mining.MinedKeyword;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the phrases of all of an author's articles into topics.
 *
 * <p>A topic's score is the sum over its articles of {@code log2(1 + uses)}, halved in influence for every year of age,
 * doubled for a title or tag, times the number of articles it stands in (dampened). What a phrase only has as part of a
 * longer topic is not counted for it (the idea of C-value, Frantzi and others, IJDL 2000).
 */
public final class BlogTopics {
    private static final int FEW_ARTICLES = 4;
    private static final double LONE_POST = 0.3;
    private static final double NAMED = 2;
    private static final double SINGLE_WORD = 0.7;

    /** A word that everyone uses says less of this author. */
    private static final double COMMON_WORD = 0.4;

    private static final double STRONGEST = 3;
    private static final double WEAKEST = 1;
    private static final int MOST_TOPICS = 1_000;

    private final Instant newest;
    private final int articles;
    private final Map<String, Topic> topics = new HashMap<>();
    private final Acronyms acronyms = new Acronyms();

    /** Topics of these articles, which are still to be {@linkplain #add added}. */
    public BlogTopics(List<Article> articles) {
        this.articles = articles.size();
        this.newest = articles.stream()
                .map(Article::published)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Adds an article and what was read in it. */
    public void add(Article article, Uses found) {
        acronyms.learn(found.sentences(), article.language());
        Map<String, List<Use>> byKey = new HashMap<>();
        for (Use use : found.all()) {
            byKey.computeIfAbsent(use.key(), key -> new ArrayList<>()).add(use);
        }
        Set<String> tags = new HashSet<>();
        article.tags().forEach(tag -> tags.add(Folding.key(tag, article.language())));
        double recency = recency(article.published());
        byKey.forEach((key, uses) -> {
            boolean named = tags.contains(key)
                    || !article.title().isBlank() && uses.stream().anyMatch(use -> use.whole() && use.sentence() == 0);
            topics.computeIfAbsent(key, Topic::new)
                    .add(article.id(), found.sentences(), uses, named, named ? NAMED * recency : recency);
        });
    }

    /** The keys of all tags that these articles bear. */
    public static Set<String> tagKeys(List<Article> articles) {
        Set<String> keys = new HashSet<>();
        articles.forEach(article -> article.tags().forEach(tag -> keys.add(Folding.key(tag, article.language()))));
        return keys;
    }

    private double recency(@Nullable Instant published) {
        if (published == null) {
            return 0.75;
        }
        double years = Duration.between(published, newest).toDays() / 365.0;
        return 0.5 + 0.5 * Math.pow(0.5, years);
    }

    /** The topics, strongest first. */
    public List<MinedKeyword> ranked() {
        Map<String, Topic> bySolid = new HashMap<>();
        for (Topic topic : topics.values()) {
            bySolid.merge(Folding.solid(topic.key), topic, Topic::merged);
        }
        acronyms.all().forEach(explained -> merge(bySolid, explained.getKey(), explained.getValue()));
        List<Topic> kept = new ArrayList<>(new LinkedHashSet<>(bySolid.values()));
        kept.removeIf(topic -> articles >= FEW_ARTICLES && topic.uses() < 2 && !topic.named());
        leaveToTheLonger(kept, bySolid);
        Map<Topic, Double> scores = new HashMap<>();
        kept.forEach(topic -> scores.put(topic, score(topic)));
        kept.removeIf(topic -> scores.getOrDefault(topic, 0.0) <= 0);
        kept.sort(Comparator.comparing((Topic topic) -> scores.getOrDefault(topic, 0.0))
                .reversed()
                .thenComparing(topic -> topic.key));
        double top = kept.isEmpty() ? 1 : scores.getOrDefault(kept.get(0), 1.0);
        return kept.stream()
                .limit(MOST_TOPICS)
                .map(topic -> topic.toKeyword(WEAKEST + (STRONGEST - WEAKEST) * scores.getOrDefault(topic, 0.0) / top))
                .toList();
    }

    private static void merge(Map<String, Topic> bySolid, String acronym, String longForm) {
        String solid = Folding.solid(longForm);
        Topic one = bySolid.get(acronym);
        Topic other = bySolid.get(solid);
        if (one != null && other != null && one != other) {
            Topic both = one.merged(other);
            bySolid.put(acronym, both);
            bySolid.put(solid, both);
        }
    }

    /** "bread" that is always "rye bread" is not a topic of its own. */
    private static void leaveToTheLonger(List<Topic> kept, Map<String, Topic> bySolid) {
        for (Topic longer : kept) {
            int first = longer.key.indexOf(' ');
            if (first > 0 && longer.uses() > 1) {
                int last = longer.key.lastIndexOf(' ');
                for (String part :
                        new HashSet<>(List.of(longer.key.substring(first + 1), longer.key.substring(0, last)))) {
                    Topic shorter = bySolid.get(Folding.solid(part));
                    if (shorter != null) {
                        shorter.without(longer);
                    }
                }
            }
        }
    }

    private double score(Topic topic) {
        double lone = topic.articles() <= 1 && articles >= FEW_ARTICLES ? LONE_POST : 1;
        double length = topic.words() > 1 ? 1 : Tagger.commonWords().contains(topic.key) ? COMMON_WORD : SINGLE_WORD;
        return topic.weight() * Math.sqrt(topic.articles()) * lone * length * (0.2 + 0.8 * topic.wholeness());
    }
}
