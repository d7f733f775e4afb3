package dev.linnet.review.text;

import dev.linnet.keywords.weighting.Features;

/** Features of a post as people call them. */
public final class FeatureNames {
    private FeatureNames() {}

    /** A feature in plain words: {@code "@ana"}, {@code "#birds"}, {@code "tone: positive"}. */
    public static String plain(String kind, String name) {
        String clean = PlainText.line(name, 60);
        if (clean.isEmpty()) {
            return kind.equals(Features.BIAS) ? "starting point" : kind;
        }
        return switch (kind) {
            case Features.KEYWORD, Features.LINK -> clean;
            case Features.PHRASE -> "“" + clean + "”";
            case Features.AUTHOR -> "@" + clean;
            case Features.VIA -> "shared by @" + clean;
            case Features.TRUSTED -> clean.equals(Features.VIA) ? "shared by a trusted author" : "trusted author";
            case Features.STEM -> clean + "…";
            case Features.MENTION -> "mentions @" + clean;
            case Features.HASHTAG -> "#" + clean;
            case Features.SENTIMENT -> "tone: " + clean;
            case Features.REACH -> "reach";
            case Features.PLATFORM -> "platform: " + clean;
            default -> kind + ": " + clean;
        };
    }
}
