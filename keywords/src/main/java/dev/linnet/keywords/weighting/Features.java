package dev.linnet.keywords.weighting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** A word of its text, folded by NFKC and case; the value is {@value #WORD_VALUE}. */
    public static final String WORD = "word";

    public static final String LANGUAGE = "language";

    /** {@code positive} or {@code negative}; the value is how much so, 0 to 1. */
    public static final String SENTIMENT = "sentiment";

    /** {@code reposts}: the decimal logarithm of 1 + reposts, over 5, at most 1.5. */
    public static final String REACH = "reach";

    public static final String PLATFORM = "platform";

    private static final double REACH_SCALE = 5;
    private static final double REACH_CAP = 1.5;

    private static final double WORD_VALUE = 0.5;
    private static final int MOST_WORDS = 60;
    private static final Pattern LINKS = Pattern.compile("https?://\\S+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{2,40}");

    private Features() {}

    /**
     * The features of a post with the words of its text, links left out, at most {@value #MOST_WORDS}: with them the model
     * also learns what sets apart the wanted posts among those that match one keyword.
     */
    public static List<Feature> of(PostFacts post, String text) {
        Map<String, Feature> features = new LinkedHashMap<>();
        of(post).forEach(feature -> features.put(feature.key(), feature));
        String folded = Normalizer.normalize(LINKS.matcher(text).replaceAll(" "), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        int most = features.size() + MOST_WORDS;
        Matcher words = WORDS.matcher(folded);
        while (features.size() < most && words.find()) {
            add(features, WORD, words.group(), WORD_VALUE);
        }
        return new ArrayList<>(features.values());
    }

    /** The features of a post, each key once, the bias first. */
    public static List<Feature> of(PostFacts post) {
        Map<String, Feature> features = new LinkedHashMap<>();
        add(features, BIAS, "", 1);
        addAll(features, KEYWORD, post.keywords());
        addNamed(features, AUTHOR, post.author());
        addNamed(features, VIA, post.via());
        if (post.trustedAuthor()) {
            add(features, TRUSTED, AUTHOR, 1);
        }
        if (post.trustedVia()) {
            add(features, TRUSTED, VIA, 1);
        }
        addAll(features, HASHTAG, post.hashtags());
        addAll(features, LINK, post.linkDomains());
        addAll(features, PHRASE, post.phrases());
        addNamed(features, LANGUAGE, post.language());
        addNamed(features, PLATFORM, post.platform());
        addSentiment(features, post.sentiment());
        if (post.reach() > 0) {
            double magnitude = StrictMath.log10(1.0 + post.reach()) / REACH_SCALE;
            add(features, REACH, "reposts", Math.min(REACH_CAP, magnitude));
        }
        return new ArrayList<>(features.values());
    }

    /** Features as they are stored with a suggestion and in the journal: {@code kind:name} → value. */
    public static Map<String, Double> toMap(Collection<Feature> features) {
        Map<String, Double> map = new LinkedHashMap<>();
        features.forEach(feature -> map.put(feature.key(), feature.value()));
        return map;
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
            add(features, SENTIMENT, "positive", Math.min(1, sentiment));
        } else if (sentiment < 0) {
            add(features, SENTIMENT, "negative", Math.min(1, -sentiment));
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
