package dev.linnet.pipeline.mood;

/**
 * What an author said last of a keyword.
 *
 * @param author a hash of the handle
 * @param post a hash of the post's key
 * @param minute when, in minutes since 1970
 * @param sentiment −1 to 1
 */
public record Speaker(long author, long post, long minute, double sentiment) {}
