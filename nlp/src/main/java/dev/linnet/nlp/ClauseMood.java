package dev.linnet.nlp;

/**
 * The mood of a part of a post.
 *
 * @param text the part, as it stands in the clean text
 * @param sentiment its mood
 */
public record ClauseMood(String text, Sentiment sentiment) {}
