package dev.linnet.pipeline.dedupe;

import java.time.Instant;

/**
 * What {@link DedupeFunction} remembers of one post: enough to know it again, not its content.
 *
 * @param revision the version that was told last, from 1; 0 for a post that was deleted before it came
 * @param versionAt event time of the record that told the version
 * @param versionHash a hash of the version's content
 * @param group the version's group
 * @param created when the post was made, in that version
 * @param told the largest count of reposts that any record told
 * @param reposts how many different reposts were seen
 * @param firstSeen the earliest event time at which the post was met
 * @param trustedVia the trusted author who reposted it, the first by name where there are several; or empty
 * @param raised whether there is something to tell that was not told yet
 * @param deleted whether the post is gone
 * @param forgetAt processing time, milliseconds, after which nothing is remembered
 */
public record Track(
        int revision,
        Instant versionAt,
        long versionHash,
        long group,
        Instant created,
        long told,
        long reposts,
        Instant firstSeen,
        String trustedVia,
        boolean raised,
        boolean deleted,
        long forgetAt) {

    /** How often the post is known to have been reposted. */
    long reach() {
        return Math.max(told, reposts);
    }

    Track deletedUntil(long forgetAt) {
        return new Track(
                revision, versionAt, versionHash, group, created, told, 0, firstSeen, "", false, true, forgetAt);
    }

    Track version(int revision, Instant at, long hash, long group, Instant created) {
        return new Track(
                revision, at, hash, group, created, told, reposts, firstSeen, trustedVia, raised, deleted, forgetAt);
    }

    Track seen(long told, long reposts, Instant firstSeen, String trustedVia, boolean raised) {
        return new Track(
                revision,
                versionAt,
                versionHash,
                group,
                created,
                told,
                reposts,
                firstSeen,
                trustedVia,
                raised,
                deleted,
                forgetAt);
    }

    static Track tombstone(Instant at, long forgetAt) {
        return new Track(0, at, 0, 0, at, 0, 0, at, "", false, true, forgetAt);
    }
}
