package dev.linnet.nlp;

/**
 * The mood of a post.
 *
 * @param label the class
 * @param score from −1 (negative) to 1 (positive); 0 when unknown
 */
public record Sentiment(Label label, double score) {
    /** What a language or text without a model gets: never a silent "neutral". */
    public static final Sentiment UNKNOWN = new Sentiment(Label.UNKNOWN, 0);

    /** The classes, as they stand in the tag {@code sentiment}. */
    public enum Label {
        NEGATIVE,
        NEUTRAL,
        POSITIVE,
        UNKNOWN;

        /** The lower-case name that stands in tags and outputs. */
        public String tag() {
            return switch (this) {
                case NEGATIVE -> "negative";
                case NEUTRAL -> "neutral";
                case POSITIVE -> "positive";
                case UNKNOWN -> "unknown";
            };
        }
    }
}
