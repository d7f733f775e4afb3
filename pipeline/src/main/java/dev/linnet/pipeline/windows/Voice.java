package dev.linnet.pipeline.windows;

/**
 * One of a minute's posts, without its text.
 *
 * @param post a hash of its key
 * @param author a hash of the author's handle
 * @param sentiment of the post towards the keyword, −1 to 1
 */
public record Voice(long post, long author, double sentiment) {}
