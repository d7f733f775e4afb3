package dev.linnet.pipeline.phrases;

/**
 * A phrase that was told.
 *
 * @param phrase as it was written
 * @param at when, in event time, milliseconds since 1970
 */
public record ToldPhrase(String phrase, long at) {}
