package dev.linnet.keywords.weighting;

/**
 * What one feature adds to a score.
 *
 * @param kind the feature's kind
 * @param name the feature's name
 * @param value how much of the feature the post has
 * @param amount value × mean weight, in log-odds
 */
public record Contribution(String kind, String name, double value, double amount) {}
