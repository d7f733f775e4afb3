package dev.linnet.nlp;

/**
 * What a word of a post does to its mood.
 *
 * @param text the word, as it stands in the clean text
 * @param amount how much lower the post's score is without it: above 0 it lifts the mood, below 0 it lowers it; −2 to 2
 */
public record MoodPart(String text, double amount) {}
