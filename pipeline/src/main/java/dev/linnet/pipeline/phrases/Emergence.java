package dev.linnet.pipeline.phrases;

import java.time.Duration;

/**
 * A phrase that comes up.
 *
 * @param phrase the phrase with its posts
 * @param window the stretch before now in which it came up
 * @param authors how many different authors used it in wanted posts of that stretch
 * @param expected how many posts of that stretch would hold it by its share of the posts before
 */
public record Emergence(RankedPhrase phrase, Duration window, int authors, double expected) {}
