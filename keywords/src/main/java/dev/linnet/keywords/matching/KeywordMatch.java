package dev.linnet.keywords.matching;

import dev.linnet.keywords.Keyword;

/**
 * One place of a text where a keyword stands.
 *
 * @param keyword the keyword, as the vocabulary holds it
 * @param start the first UTF-16 index of the place in the text that was given
 * @param end the index after the last
 */
public record KeywordMatch(Keyword keyword, int start, int end) {}
