package dev.linnet.pipeline.post;

import java.time.Instant;

/**
 * The word that a post is gone and must be gone everywhere.
 *
 * @param platform where it was published
 * @param id the post's id on the platform
 * @param at when the word came, in event time as far as it is told
 */
public record Deletion(Platform platform, String id, Instant at) {
    /** {@code platform:id}. */
    public String key() {
        return platform.tag() + ":" + id;
    }
}
