package dev.linnet.keywords.mining;

/**
 * A word or phrase that says what one text is about.
 *
 * @param text lower case, words separated by one space
 * @param weight above 0, comparable within its text only; the best has the highest
 */
public record Keyphrase(String text, double weight) {}
