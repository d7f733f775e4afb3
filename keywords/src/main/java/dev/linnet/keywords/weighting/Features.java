package dev.linnet.keywords.weighting;

import dev.linnet.keywords.mining.phrase.Stems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what is known of a post into the features that the relevance model weighs. */
public final class Features {
    /** Every post has it; its weight says how likely any candidate is to be wanted. */
    public static final String BIAS = "bias";

    /** A keyword of the vocabulary. */
    public static final String KEYWORD = "keyword";

    /** Who wrote it. */
    public static final String AUTHOR = "author";

    /** Who reposted it. */
    public static final String VIA = "via";

    /** That its author ({@code author}) or its reposter ({@code via}) is trusted. */
    public static final String TRUSTED = "trusted";

    public static final String HASHTAG = "hashtag";

    /** The host that a link leads to. */
    public static final String LINK = "link";

    public static final String PHRASE = "phrase";

    /** A word of its text; words too common to tell anything are left out. */
    public static final String WORD = "word";

    /** A word without its ending: what one form of a word taught holds for the others too. */
    public static final String STEM = "stem";

    /** Whom its text mentions. */
    public static final String MENTION = "mention";

    public static final String LANGUAGE = "language";

    /** {@code positive} or {@code negative}; the value is how much so. */
    public static final String SENTIMENT = "sentiment";

    /** {@code reposts}: the decimal logarithm of 1 + reposts, over 5, at most 1.5. */
    public static final String REACH = "reach";

    public static final String PLATFORM = "platform";

    private static final double REACH_SCALE = 5;
    private static final double REACH_CAP = 1.5;

    /** The kinds that say what a post is about and who speaks, each with its share beside the others. */
    private static final Map<String, Double> SHARES = Map.of(
            KEYWORD, 1.0, AUTHOR, 1.0, VIA, 1.0, HASHTAG, 1.0, LINK, 1.0, WORD, 1.0, MENTION, 1.0, STEM, 0.7, PHRASE,
            0.5);

    private static final double MOST_SHARE = 0.8;
    private static final double LENGTH_POWER = 0.4;
    private static final double LEAST_SQUARES = 6;

    /** How much language, platform and mood have beside what a post is about. */
    private static final double SIDE_VALUE = 0.25;

    private Features() {}

    /** The features of a post with the words of its text, each key once, the bias first. */
    public static List<Feature> of(PostFacts post, String text) {
        Map<String, Feature> features = new LinkedHashMap<>();
        add(features, BIAS, "", 1);
        addAll(features, KEYWORD, post.keywords());
        addNamed(features, AUTHOR, post.author());
        addNamed(features, VIA, post.via());
        addAll(features, HASHTAG, post.hashtags());
        addAll(features, LINK, post.linkDomains());
        PostWords words = PostWords.of(text, post.language());
        words.words().forEach(word -> add(features, WORD, word, 1));
        words.words().forEach(word -> add(features, STEM, Stems.word(word), 1));
        words.mentions().forEach(name -> add(features, MENTION, name, 1));
        // A phrase of one word is that word again.
        post.phrases().stream()
                .filter(phrase -> phrase.indexOf(' ') > 0)
                .forEach(phrase -> addNamed(features, PHRASE, phrase));
        balance(features);
        addSides(features, post);
        return new ArrayList<>(features.values());
    }

    /** The features of a post whose text isn't there. */
    public static List<Feature> of(PostFacts post) {
        return of(post, "");
    }

    /**
     * Gives what a post is about values that depend on how much it says: a word among three tells more than one among thirty.
     * Each is its share, times {@value #MOST_SHARE} over the sum of squared shares to the power {@value #LENGTH_POWER}
     * (0.5 would be the cosine's norm, which overrates short posts). A sum below {@value #LEAST_SQUARES} counts as that: one word
     * says no more than four with their stems.
     */
    private static void balance(Map<String, Feature> features) {
        double squares = 0;
        for (Feature feature : features.values()) {
            double share = SHARES.getOrDefault(feature.kind(), 0.0);
            squares += share * share;
        }
        double scale = MOST_SHARE / StrictMath.pow(Math.max(LEAST_SQUARES, squares), LENGTH_POWER);
        features.replaceAll((key, feature) -> {
            Double share = SHARES.get(feature.kind());
            return share == null ? feature : new Feature(feature.kind(), feature.name(), share * scale);
        });
    }

    private static void addSides(Map<String, Feature> features, PostFacts post) {
        if (post.trustedAuthor()) {
            add(features, TRUSTED, AUTHOR, 1);
        }
        if (post.trustedVia()) {
            add(features, TRUSTED, VIA, 1);
        }
        addSide(features, LANGUAGE, post.language());
        addSide(features, PLATFORM, post.platform());
        addSentiment(features, post.sentiment());
        if (post.reach() > 0) {
            double magnitude = StrictMath.log10(1.0 + post.reach()) / REACH_SCALE;
            add(features, REACH, "reposts", Math.min(REACH_CAP, magnitude));
        }
    }

    /** Features as they are stored with a suggestion and in the journal: {@code kind:name} → value. */
    public static Map<String, Double> toMap(Collection<Feature> features) {
        Map<String, Double> map = new LinkedHashMap<>();
        features.forEach(feature -> map.put(feature.key(), feature.value()));
        return map;
    }

    /** Stored features as they would be had the post matched other keywords, and had others been trusted. */
    public static Map<String, Double> revise(
            Map<String, Double> stored, Collection<String> keywords, boolean trustedAuthor, boolean trustedVia) {
        Map<String, Feature> features = new LinkedHashMap<>();
        stored.forEach((key, value) -> {
            Feature feature = parse(key, value);
            if (!feature.kind().equals(KEYWORD) && !feature.kind().equals(TRUSTED)) {
                features.put(key, feature);
            }
        });
        keywords.forEach(keyword -> addNamed(features, KEYWORD, keyword));
        balance(features);
        if (trustedAuthor) {
            add(features, TRUSTED, AUTHOR, 1);
        }
        if (trustedVia) {
            add(features, TRUSTED, VIA, 1);
        }
        return toMap(features.values());
    }

    /** A stored feature; a key without a colon is a kind without a name. */
    public static Feature parse(String key, double value) {
        int colon = key.indexOf(':');
        return colon < 0
                ? new Feature(key, "", value)
                : new Feature(key.substring(0, colon), key.substring(colon + 1), value);
    }

    private static void addSentiment(Map<String, Feature> features, double sentiment) {
        if (sentiment > 0) {
            add(features, SENTIMENT, "positive", SIDE_VALUE * Math.min(1, sentiment));
        } else if (sentiment < 0) {
            add(features, SENTIMENT, "negative", SIDE_VALUE * Math.min(1, -sentiment));
        }
    }

    private static void addSide(Map<String, Feature> features, String kind, String name) {
        if (!name.isBlank()) {
            add(features, kind, name.strip().toLowerCase(Locale.ROOT), SIDE_VALUE);
        }
    }

    private static void addAll(Map<String, Feature> features, String kind, List<String> names) {
        names.forEach(name -> addNamed(features, kind, name));
    }

    private static void addNamed(Map<String, Feature> features, String kind, String name) {
        if (!name.isBlank()) {
            add(features, kind, name.strip().toLowerCase(Locale.ROOT), 1);
        }
    }

    private static void add(Map<String, Feature> features, String kind, String name, double value) {
        Feature feature = new Feature(kind, name, value);
        features.putIfAbsent(feature.key(), feature);
    }
}
