package dev.linnet.queue;

/**
 * One reason for a score. The contributions of a suggestion add up to the log-odds of its relevance.
 *
 * @param kind the feature's kind, such as {@code keyword}
 * @param name the feature's name
 * @param value how much of the feature the post has
 * @param amount what it adds to the log-odds: value × weight
 */
public record Contribution(String kind, String name, double value, double amount) {}
