package dev.linnet.keywords.mining.phrase;

/**
 * One occurrence of a possible keyphrase.
 *
 * @param key the key that its spellings share, see {@link Folding#key}
 * @param surface as written, lower case
 * @param sentence the number of its sentence
 * @param position the place of its first word among the text's tokens, from 0
 * @param whole whether it is a whole noun phrase, not a part of one
 */
public record Use(String key, String surface, int sentence, int position, boolean whole) {}
