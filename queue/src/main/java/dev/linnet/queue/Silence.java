package dev.linnet.queue;

import java.time.Instant;

/**
 * A keyword or phrase whose alerts are silent for a time.
 *
 * @param subject the keyword or phrase
 * @param ends when they are told again
 */
public record Silence(String subject, Instant ends) {}
