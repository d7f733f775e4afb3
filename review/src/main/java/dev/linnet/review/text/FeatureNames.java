package dev.linnet.review.text;

/** Features of a post as people call them. */
public final class FeatureNames {
    private FeatureNames() {}

    /** A feature in plain words: {@code "@ana"}, {@code "#birds"}, {@code "tone: positive"}. */
    public static String plain(String kind, String name) {
        String clean = PlainText.line(name, 60);
        return switch (kind) {
            case "keyword", "link", "phrase" -> clean.isEmpty() ? kind : clean;
            case "author" -> "@" + clean;
            case "hashtag" -> "#" + clean;
            case "bias" -> "where every post starts";
            case "sentiment" -> clean.isEmpty() ? "tone" : "tone: " + clean;
            case "reach" -> clean.isEmpty() ? "reach" : "reach: " + clean;
            case "language" -> "language: " + clean;
            default -> clean.isEmpty() ? kind : kind + ": " + clean;
        };
    }
}
