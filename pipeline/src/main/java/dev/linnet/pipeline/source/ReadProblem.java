package dev.linnet.pipeline.source;

/**
 * What kept a part of a source from being read; it counts as one record that could not be parsed.
 *
 * @param reason in a word, for counting: {@code line-too-long}, {@code file-cut-short}, {@code file-damaged} or
 *     {@code file-unreadable}
 * @param message what happened and what may be done, in plain words
 */
public record ReadProblem(String reason, String message) {}
