package dev.linnet.keywords.mining;

/**
 * Somebody whom the archive's owner has reposted.
 *
 * @param handle lower case, without {@code @}
 * @param reposts how often
 */
public record RepostedAuthor(String handle, int reposts) {}
