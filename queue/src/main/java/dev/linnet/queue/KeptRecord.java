package dev.linnet.queue;

import java.time.Instant;

/**
 * A record that went no further, kept so that "why didn't I see this?" has an answer.
 *
 * @param id where it came from, unique and stable: {@code file:offset} or the post's id
 * @param stage {@code unparseable} (a dead letter: all are kept, up to a cap) or {@code filtered} (a sample)
 * @param reason why
 * @param at when it was met, in event time if it has one
 * @param excerpt its beginning, at most 4,096 characters
 */
public record KeptRecord(String id, String stage, String reason, Instant at, String excerpt) {}
