package dev.linnet.cli.journal;

import dev.linnet.keywords.Keyword;
import dev.linnet.keywords.Vocabulary;
import dev.linnet.keywords.matching.KeywordMatcher;
import dev.linnet.keywords.weighting.Features;
import dev.linnet.pipeline.config.LinnetConfig;
import dev.linnet.queue.Suggestion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one configuration, with the journal's edits of its vocabulary, makes of the posts of the past. */
public final class Settings {
    private final LinnetConfig config;
    private final Vocabulary vocabulary;
    private final KeywordMatcher matcher;
    private final Set<String> keywords;

    public Settings(LinnetConfig config, Vocabulary vocabulary) {
        this.config = config;
        this.vocabulary = vocabulary;
        this.matcher = KeywordMatcher.of(vocabulary);
        this.keywords = vocabulary.keywords().stream().map(Keyword::text).collect(Collectors.toSet());
    }

    /** The vocabulary, with its edits. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The least relevance of a suggestion. */
    double threshold() {
        return config.relevance().suggestAbove();
    }

    /**
     * The features that a post has under these settings; empty where it would not have been a candidate, or be one's own.
     *
     * @param stored its features as they were
     * @param post the post, or null where only its features are known: then no keyword can be new
     */
    Optional<Map<String, Double>> features(Map<String, Double> stored, @Nullable Suggestion post) {
        Set<String> before = names(stored, Features.KEYWORD);
        Set<String> now = new TreeSet<>(before);
        now.retainAll(keywords);
        if (post != null) {
            if (isKeptOut(post)) {
                return Optional.empty();
            }
            matcher.match(post.text()).forEach(match -> now.add(match.keyword().text()));
        }
        boolean author = isTrusted(names(stored, Features.AUTHOR));
        boolean via = isTrusted(names(stored, Features.VIA));
        if (now.isEmpty() && !author && !via) {
            return Optional.empty();
        }
        Set<String> trusted = names(stored, Features.TRUSTED);
        boolean same = now.equals(before)
                && author == trusted.contains(Features.AUTHOR)
                && via == trusted.contains(Features.VIA);
        return Optional.of(same ? stored : Features.revise(stored, now, author, via));
    }

    private boolean isKeptOut(Suggestion post) {
        Set<String> languages = Set.copyOf(config.filter().languages());
        boolean isForeign =
                !languages.isEmpty() && !post.language().equals("und") && !languages.contains(post.language());
        return isForeign
                || config.author().handles().contains(post.author().toLowerCase(Locale.ROOT))
                || !matcher.muted(post.text()).isEmpty();
    }

    private boolean isTrusted(Set<String> handles) {
        return handles.stream().anyMatch(vocabulary.trustedAuthors()::contains);
    }

    private static Set<String> names(Map<String, Double> features, String kind) {
        String prefix = kind + ":";
        return features.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
