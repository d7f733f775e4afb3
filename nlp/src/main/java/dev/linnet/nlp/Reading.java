package dev.linnet.nlp;

import java.util.List;

/**
 * What reading a post brought to light.
 *
 * @param cleanText the text without links, entities such as {@code &amp;} resolved, white space folded
 * @param language ISO 639-1, or {@code und}
 * @param languageConfidence 0 to 1
 * @param profanities the profane words found, as they stand in the text; empty for a clean post
 * @param sentiment the mood
 * @param phrases noun phrases of one to four words, lower case, in order of appearance, distinct
 * @param hashtags without {@code #}, lower case, distinct
 */
public record Reading(
        String cleanText,
        String language,
        double languageConfidence,
        List<String> profanities,
        Sentiment sentiment,
        List<String> phrases,
        List<String> hashtags) {
    public Reading {
        profanities = List.copyOf(profanities);
        phrases = List.copyOf(phrases);
        hashtags = List.copyOf(hashtags);
    }

    /** Whether the post holds profanity: the field {@code volatile} of its points. */
    public boolean isVolatile() {
        return !profanities.isEmpty();
    }
}
