package dev.linnet.nlp;

import dev.linnet.nlp.profanity.Profanity;
import java.util.List;

/**
 * What reading a post brought to light.
 *
 * @param cleanText the text without links, entities such as {@code &amp;} resolved, white space folded
 * @param language ISO 639-1, or {@code und}
 * @param languageConfidence 0 to 1
 * @param profanities the profane words found, with their kinds; empty for a clean post
 * @param sentiment the mood
 * @param clauses the moods of its clauses, where it sets one thing against another; mostly empty
 * @param phrases noun phrases of one to four words, lower case, in order of appearance, distinct
 * @param hashtags without {@code #}, lower case, distinct
 * @param names names of people, places, organisations and products, as written, distinct
 */
public record Reading(
        String cleanText,
        String language,
        double languageConfidence,
        List<Profanity> profanities,
        Sentiment sentiment,
        List<ClauseMood> clauses,
        List<String> phrases,
        List<String> hashtags,
        List<String> names) {
    public Reading {
        profanities = List.copyOf(profanities);
        clauses = List.copyOf(clauses);
        phrases = List.copyOf(phrases);
        hashtags = List.copyOf(hashtags);
        names = List.copyOf(names);
    }

    /** Whether the post holds profanity: the field {@code volatile} of its points. */
    public boolean isVolatile() {
        return !profanities.isEmpty();
    }
}
