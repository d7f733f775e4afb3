package dev.linnet.keywords.mining.phrase;

/**
 * A word of a text that carries meaning: no stop word, no number.
 *
 * @param text as written, lower case
 * @param position its place among the text's tokens, from 0
 */
public record Word(String text, int position) {}
