package dev.linnet.nlp.profanity;

/**
 * A profane word of a text.
 *
 * @param word as it stands in the text
 * @param kind what is wrong with it
 */
public record Profanity(String word, Kind kind) {}
