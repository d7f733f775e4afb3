package dev.linnet.queue;

/**
 * A feature's learnt weight, as the job last told it.
 *
 * @param kind the feature's kind
 * @param name the feature's name
 * @param mean the expected log-odds
 * @param deviation its standard deviation
 * @param decisions how many decisions moved it
 */
public record WeightRow(String kind, String name, double mean, double deviation, long decisions) {}
